-- One row per name that differs from another name only in case, width or accents, with at most ten names per group.
with candidates as (
    select
        named.role,
        alike_groups.place,
        alike_groups.hints,
        named.name,
        sum(named.lines) as lines,
        without_accents(in_usual_width(named.name)) as cased,
        lower(without_accents(named.name)) as wide,
        lower(in_usual_width(named.name)) as accented
    from named
    inner join alike_groups on named.role = alike_groups.role and hash(likened(named.name)) = alike_groups.likeness
    group by named.role, alike_groups.place, alike_groups.hints, named.name
)

select
    role,
    place,
    name,
    lines,
    count(*) over alike as names,
    -- The kinds of differences between the names of a group.
    concat_ws(
        ' ',
        case when min(cased) over alike <> max(cased) over alike then 'case' end,
        case when min(wide) over alike <> max(wide) over alike then 'width' end,
        case when min(accented) over alike <> max(accented) over alike then 'accents' end
    ) as differing_in,
    hints
from candidates
window alike as (partition by role, place)
qualify row_number() over (partition by role, place order by lines desc, name) <= 10
order by role, place, lines desc, name
