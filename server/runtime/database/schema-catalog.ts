/** One query a section; each answers with `line`s of text, ordered by name in the C collation. */
export const DUMP_SECTIONS: readonly { readonly title: string; readonly sql: string }[] = [
  {
    title: "Extensions",
    sql: `select format('create extension %I schema %I;', extname, extnamespace::regnamespace::text) as line
            from pg_extension where extname <> 'plpgsql' order by extname collate "C"`,
  },
  {
    title: "Schemas",
    sql: `select format('create schema %I;', nspname) as line from pg_namespace n where ${ours("n.oid", "pg_namespace")} order by nspname collate "C"`,
  },
  { title: "Types", sql: types() },
  {
    title: "Sequences",
    sql: `select format('create sequence %s as %s start %s increment %s minvalue %s maxvalue %s cache %s%s;%s', s.seqrelid::regclass,
                   format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
                   case when s.seqcycle then ' cycle' else '' end,
                   coalesce((select format(' -- owned by %s.%I', d.refobjid::regclass, a.attname) from pg_depend d
                              join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
                             where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') limit 1), '')) as line
            from pg_sequence s join pg_class c on c.oid = s.seqrelid where ${ours("c.relnamespace", "pg_class", "c.oid")}
           order by s.seqrelid::regclass::text collate "C"`,
  },
  { title: "Tables", sql: tables() },
  {
    title: "Constraints",
    // PostgreSQL 18 lists NOT NULL here too; the columns already say it.
    sql: `select format('alter table %s add constraint %I %s;', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as line
            from pg_constraint k join pg_class c on c.oid = k.conrelid
           where k.contype <> 'n' and k.contype <> 't' and ${ours("c.relnamespace", "pg_class", "c.oid")}
           order by k.conrelid::regclass::text collate "C", k.conname collate "C"`,
  },
  {
    title: "Indexes",
    sql: `select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indexrelid
           where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
             and ${ours("c.relnamespace", "pg_class", "i.indrelid")}
           order by i.indrelid::regclass::text collate "C", c.relname collate "C"`,
  },
  {
    title: "Views",
    sql: `select format(E'create %sview %s as\\n%s\\n', case c.relkind when 'm' then 'materialized ' else '' end, c.oid::regclass, pg_get_viewdef(c.oid)) as line
            from pg_class c where c.relkind in ('v', 'm') and ${ours("c.relnamespace", "pg_class", "c.oid")} order by c.oid::regclass::text collate "C"`,
  },
  {
    title: "Functions",
    sql: `select case when p.prokind in ('f', 'p') then pg_get_functiondef(p.oid) || E';\\n' else format('-- %s %s', p.prokind, p.oid::regprocedure) end as line
            from pg_proc p where ${ours("p.pronamespace", "pg_proc", "p.oid")} order by p.oid::regprocedure::text collate "C"`,
  },
  {
    title: "Triggers",
    sql: `select pg_get_triggerdef(t.oid) || ';' || case t.tgenabled when 'O' then '' else ' -- enabled: ' || t.tgenabled::text end as line
            from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal and ${ours("c.relnamespace", "pg_class", "c.oid")}
           order by t.tgrelid::regclass::text collate "C", t.tgname collate "C"`,
  },
  {
    title: "Row policies",
    sql: `select format('create policy %I on %s as %s for %s to %s%s%s;', p.polname, p.polrelid::regclass,
                   case when p.polpermissive then 'permissive' else 'restrictive' end,
                   case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
                   (select string_agg(case when r.oid = 0 then 'public' else pg_get_userbyid(r.oid) end, ', ' order by r.oid) from unnest(p.polroles) as r(oid)),
                   coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''),
                   coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')) as line
            from pg_policy p order by p.polrelid::regclass::text collate "C", p.polname collate "C"`,
  },
  { title: "What each role may do (owners may do everything)", sql: grants() },
];

/** Neither PostgreSQL's own nor an extension's. */
function ours(namespace: string, catalog: string, object = namespace): string {
  return `${namespace}::regnamespace::text !~ '^"?(pg_|information_schema)'
    and not exists (select from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = ${object} and e.deptype = 'e')`;
}

function types(): string {
  const named = `t.oid::regtype::text`;
  return `select case t.typtype
      when 'e' then format('create type %s as enum (%s);', ${named}, (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid))
      when 'c' then format('create type %s as (%s);', ${named}, (select string_agg(format('%I %s', attname, format_type(atttypid, atttypmod)), ', ' order by attnum)
                                                      from pg_attribute where attrelid = t.typrelid and attnum > 0 and not attisdropped))
      when 'd' then format('create domain %s as %s%s%s%s;', ${named}, format_type(t.typbasetype, t.typtypmod),
                      coalesce(' default ' || t.typdefault, ''), case when t.typnotnull then ' not null' else '' end,
                      coalesce((select string_agg(format(' constraint %I %s', conname, pg_get_constraintdef(oid)), '' order by conname collate "C")
                                  from pg_constraint where contypid = t.oid and contype = 'c'), ''))
      else format('-- type %s (%s)', ${named}, t.typtype) end as line
    from pg_type t left join pg_class c on c.oid = t.typrelid
   where (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c')) and ${ours("t.typnamespace", "pg_type", "t.oid")}
   order by ${named} collate "C"`;
}

function tables(): string {
  return `select format(E'create %stable %s%s (\\n%s\\n)%s%s;%s\\n', case c.relpersistence when 'u' then 'unlogged ' else '' end, c.oid::regclass,
      case when c.relispartition then ' partition of ' || (select inhparent::regclass from pg_inherits where inhrelid = c.oid) || ' ' || pg_get_expr(c.relpartbound, c.oid) else '' end,
      (select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attgenerated <> '' then format(' generated always as (%s)%s', pg_get_expr(d.adbin, d.adrelid), case a.attgenerated when 's' then ' stored' else '' end)
                     when a.attidentity <> '' then case a.attidentity when 'a' then ' generated always as identity' else ' generated by default as identity' end
                     else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end,
                case when a.attnotnull then ' not null' else '' end), E',\\n' order by a.attnum)
         from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
      coalesce(' partition by ' || pg_get_partkeydef(c.oid), ''),
      coalesce(' with (' || (select string_agg(o, ', ' order by o collate "C") from unnest(c.reloptions) o) || ')', ''),
      case when c.relrowsecurity then E'\\nalter table ' || c.oid::regclass || ' enable row level security;' else '' end) as line
    from pg_class c where c.relkind in ('r', 'p') and ${ours("c.relnamespace", "pg_class", "c.oid")} order by c.oid::regclass::text collate "C"`;
}

/** A null ACL means PostgreSQL's default, which lets everybody run a function: written out, so that it is seen. */
function grants(): string {
  return `with object (what, owner, acl) as (
      select format('schema %I', nspname), nspowner, coalesce(nspacl, acldefault('n', nspowner)) from pg_namespace n where ${ours("n.oid", "pg_namespace")}
      union all
      select format('%s %s', case c.relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass), c.relowner, c.relacl
        from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${ours("c.relnamespace", "pg_class", "c.oid")}
      union all
      select format('table %s column %I', c.oid::regclass, a.attname), c.relowner, a.attacl
        from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attacl is not null and not a.attisdropped and ${ours("c.relnamespace", "pg_class", "c.oid")}
      union all
      select format('function %s', p.oid::regprocedure), p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
        from pg_proc p where ${ours("p.pronamespace", "pg_proc", "p.oid")}
      union all
      select format('later objects (%s) in %s', defaclobjtype, case defaclnamespace when 0 then 'every schema' else defaclnamespace::regnamespace::text end), defaclrole, defaclacl
        from pg_default_acl
    )
    select format('grant %s on %s to %s;', string_agg(lower(g.privilege_type) || case when g.is_grantable then ' with grant option' else '' end, ', '
                    order by g.privilege_type collate "C"), what, case g.grantee when 0 then 'public' else pg_get_userbyid(g.grantee) end) as line
      from object, aclexplode(acl) g where g.grantee <> owner
     group by what, g.grantee
     order by case g.grantee when 0 then 'public' else pg_get_userbyid(g.grantee) end collate "C", what collate "C"`;
}
