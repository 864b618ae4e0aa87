-- The records of the first delivery. Instants are microseconds UTC (*_us), amounts minor units beside their currency.

create table id_block (name text primary key, next bigint not null);

create table source (id bigint primary key, name text not null unique, kind text not null);

create table import_run (
    id bigint primary key,
    source_id bigint not null references source(id),
    state text not null check (state in ('uploaded','checking','checked','running','done','failed','cancelled','undoing','undone')),
    by_name text not null,
    created_us bigint not null,
    finished_us bigint,
    files text not null,
    mapping text not null,
    report text,
    error text,
    rows_done bigint not null default 0,
    rows_total bigint not null default 0
);

create table import_problem (
    import_id bigint not null references import_run(id) on delete cascade,
    seq bigint not null,
    file text not null,
    object text not null,
    line bigint not null,
    column_name text not null,
    value text not null,
    problem text not null,
    advice text not null,
    primary key (import_id, seq)
);

-- What a record looked like before an import changed it; records that an import created carry its import_id.
create table import_change (
    import_id bigint not null references import_run(id) on delete cascade,
    object text not null,
    record_id bigint not null,
    before text not null,
    primary key (import_id, object, record_id)
);

create table seller (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    name text not null,
    email text,
    kind text not null check (kind in ('person','queue','integration')),
    start_date date, end_date date,
    centihours_per_week bigint,
    lat double precision, lon double precision,
    unique (source_id, external_id)
);

create table seller_post (
    id bigint primary key,
    seller_id bigint not null references seller(id) on delete cascade,
    role text not null check (role in ('generalist','hunter','account_manager','inside_account_manager','manager')),
    team text,
    manager_id bigint references seller(id),
    start_date date not null,
    end_date date check (end_date > start_date),
    unique (seller_id, start_date)
);
create unique index seller_post_open on seller_post (seller_id) where end_date is null;
create index seller_post_manager on seller_post (manager_id);

create table customer (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    name text not null,
    segment text, industry text, country text, region text, city text, postal_code text,
    lat double precision, lon double precision, place_source text,
    parent_id bigint references customer(id),
    created_date date,
    unique (source_id, external_id)
);
create index customer_by_name on customer (name, id);
create index customer_by_segment on customer (segment, name, id);
create index customer_by_country on customer (country, name, id);
create index customer_by_industry on customer (industry, name, id);
create index customer_import on customer (import_id);
create index customer_parent on customer (parent_id);

create table unit (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    customer_id bigint not null references customer(id),
    name text not null,
    potential_minor bigint, currency text,
    check ((potential_minor is null) = (currency is null)),
    unique (source_id, external_id)
);
create index unit_customer on unit (customer_id);
create index unit_import on unit (import_id);

create table contact (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    customer_id bigint references customer(id),
    unit_id bigint references unit(id),
    name text not null,
    email text, phone text, title text, role text,
    unique (source_id, external_id)
);
create index contact_customer on contact (customer_id);
create index contact_import on contact (import_id);
create index contact_unit on contact (unit_id);

create table opportunity (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    customer_id bigint references customer(id),
    unit_id bigint references unit(id),
    owner_id bigint references seller(id),
    name text,
    kind text not null check (kind in ('new','expansion','renewal')),
    kind_derived boolean not null,
    stage text,
    status text not null check (status in ('open','won','lost')),
    amount_minor bigint, currency text,
    created_date date, close_date date,
    check ((amount_minor is null) = (currency is null)),
    unique (source_id, external_id)
);
create index opportunity_customer on opportunity (customer_id);
create index opportunity_import on opportunity (import_id);
create index opportunity_unit on opportunity (unit_id);
create index opportunity_owner on opportunity (owner_id);

create table subscription (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    unit_id bigint not null references unit(id),
    product text,
    arr_minor bigint not null, currency text not null,
    start_date date not null,
    end_date date check (end_date > start_date),
    derived_from bigint references opportunity(id),
    unique (source_id, external_id)
);
create index subscription_unit on subscription (unit_id);
create index subscription_import on subscription (import_id);
create index subscription_derived on subscription (derived_from);

-- Exactly one accountable owner at any instant: each row names the end of the row before it, so neither gap nor overlap can be stored.
create table ownership (
    id bigint primary key,
    import_id bigint,
    unit_id bigint not null references unit(id),
    seller_id bigint not null references seller(id),
    role text not null check (role in ('generalist','hunter','account_manager','inside_account_manager','manager')),
    start_date date not null,
    end_date date check (end_date > start_date),
    previous_end date check (previous_end = start_date),
    unique (unit_id, end_date),
    unique (unit_id, previous_end),
    foreign key (unit_id, previous_end) references ownership (unit_id, end_date)
);
create unique index ownership_first on ownership (unit_id) where previous_end is null;
create unique index ownership_open on ownership (unit_id) where end_date is null;
create index ownership_seller on ownership (seller_id, unit_id);
create index ownership_import on ownership (import_id);

create table activity (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    seller_id bigint, customer_id bigint, unit_id bigint, opportunity_id bigint,
    date date not null,
    minutes bigint,
    kind text, category text, urgency text, initiated_by text, subject text,
    from_calendar boolean
);
create unique index activity_external on activity (source_id, external_id);
create index activity_customer on activity (customer_id, date);
create index activity_seller on activity (seller_id, date);

create table note (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    customer_id bigint references customer(id),
    unit_id bigint references unit(id),
    author_id bigint references seller(id),
    date date not null,
    text text not null,
    unique (source_id, external_id)
);
create index note_customer on note (customer_id, date);
create index note_import on note (import_id);
create index note_unit on note (unit_id);
create index note_author on note (author_id);

-- What list pages show of a customer; remade in the transaction that changes what it is made of.
create table customer_summary (
    customer_id bigint primary key references customer(id) on delete cascade,
    arr_minor bigint not null,
    arr_currencies text not null,
    owners text not null,
    units bigint not null,
    open_opportunities bigint not null,
    last_activity date,
    next_renewal date
);
-- The day for which the summaries were made; empty where they hold no longer.
create table customer_summary_day (day text not null);
create index customer_summary_arr on customer_summary (arr_minor, customer_id);

create table app_user (
    id bigint primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    role text not null check (role in ('admin','operations','manager','hunter','account_manager','viewer')),
    seller_id bigint references seller(id) on delete set null,
    locale text not null,
    active boolean not null,
    created_us bigint not null
);

create table session (
    token_hash text primary key,
    user_id bigint not null references app_user(id) on delete cascade,
    created_us bigint not null,
    expires_us bigint not null
);
create index session_by_user on session (user_id);

-- Attempts to sign in that failed or are going on; the device is named where it is one of the user's own.
create table login_attempt (
    id bigint primary key,
    email text not null,
    ip text not null,
    device text,
    at_us bigint not null
);
create index login_attempt_email on login_attempt (email, at_us);
create index login_attempt_ip on login_attempt (ip, at_us);

-- Browsers that a user has signed in with: strangers' failures elsewhere do not lock these out.
create table known_device (
    token_hash text primary key,
    user_id bigint not null references app_user(id) on delete cascade,
    created_us bigint not null
);
create index known_device_user on known_device (user_id);

create table api_token (
    id bigint primary key,
    user_id bigint not null references app_user(id) on delete cascade,
    name text not null,
    token_hash text not null unique,
    scopes text not null,
    created_us bigint not null,
    expires_us bigint not null,
    revoked_us bigint
);

create table event (
    id bigint primary key,
    at_us bigint not null,
    actor text not null,
    kind text not null,
    object text not null,
    record_id bigint,
    data text not null
);

create table setting (key text primary key, value text not null);

create table exchange_rate (
    currency text not null,
    date date not null,
    rate_e9 bigint not null check (rate_e9 > 0),
    primary key (currency, date)
);

create table saved_view (
    id bigint primary key,
    user_id bigint not null references app_user(id) on delete cascade,
    page text not null,
    name text not null,
    query text not null,
    shared boolean not null,
    unique (user_id, page, name)
);

-- Weeks that sellers report themselves, by file or on the page: one row says it, whichever way it came last.
create table time_report (
    id bigint primary key,
    source_id bigint, external_id text, import_id bigint, content_hash bigint,
    seller_id bigint not null references seller(id) on delete cascade,
    week_start date not null,
    category text not null,
    minutes bigint not null check (minutes >= 0 and minutes <= 10080),
    unique (seller_id, week_start, category),
    unique (source_id, external_id)
);

create function event_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'events are never changed or deleted'; end $$;
create trigger event_no_update before update or delete or truncate on event for each statement execute function event_is_append_only();

create extension if not exists pg_trgm;
create table customer_search (customer_id bigint primary key references customer(id) on delete cascade, text text not null);
create index customer_search_trigram on customer_search using gin (text gin_trgm_ops);
