-- An account of somebody who left his unit is closed (J24-4.3, X24-6.6).

comment on column account.disabled is 'Whether it is closed: nobody comes in by it, and what was done in it stays.';
