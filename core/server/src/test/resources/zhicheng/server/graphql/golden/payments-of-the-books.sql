select convert_to((
  select json_build_object('totalCount', (select count(*) from payment p1 where (p1.region = (select vo.region from organisation vo where vo.id = $1 and vo.kind = 'HRSS') and (p1.state = $2 or p1.state = $3))), 'nodes', coalesce(json_agg(page.c0 order by page.place), '[]'))
  from (
    select row_number() over (order by p1.asked_at desc, p1.id desc) as place,
      json_build_object('number', p1.number, 'state', p1.state, 'fen', p1.fen, 'clauseId', p1.clause, 'region', p1.region, 'askedAt', p1.asked_at, 'dueAt', p1.due_at, 'dueSays', p1.due_says, 'paidAt', p1.paid_at, 'receipt', p1.receipt, 'otherFen', p1.other_fen, 'refund', p1.refund, 'dossier', (
        select json_build_object('title', d2.title, 'applicant', (
          select json_build_object('name', p3.name)
          from person p3
          where p3.id = d2.applicant
        ))
        from dossier d2
        where (d2.id = p1.dossier and false)
      )) as c0
    from payment p1
    where (p1.region = (select vo.region from organisation vo where vo.id = $4 and vo.kind = 'HRSS') and (p1.state = $5 or p1.state = $6))
    order by p1.asked_at desc, p1.id desc
    limit $7
  ) page
  having true
)::text, 'UTF8')
