select json_build_object('since', (date '2022-01-01' + month * interval '1 month')::date, 'tenths', 900 + 20 * more)
from generate_series(0, 7) month, generate_series(0, 7) more
