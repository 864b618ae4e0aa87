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
    -- Whom a handoff took it from and whom it gave it to; a source that still names the first does not take it back.
    taken_from_id bigint references seller(id), given_to_id bigint references seller(id),
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

-- Rules of engagement as they were written. A version that has come into force is never changed; one that has not can be withdrawn.
create table rule_version (
    id bigint primary key,
    name text not null,
    version text not null,
    effective date not null,
    document text not null,
    by_name text not null,
    adopted_us bigint not null,
    withdrawn_us bigint
);
create unique index rule_version_name on rule_version (name, version) where withdrawn_us is null;

-- What people state of a unit from a day on, such as its health; only appended. No value takes back what was stated before.
create table stated_fact (
    id bigint primary key,
    unit_id bigint not null references unit(id) on delete cascade,
    fact text not null,
    value text,
    since_date date not null,
    by_name text not null,
    at_us bigint not null
);
create index stated_fact_unit on stated_fact (unit_id, fact);

-- What a person decided about a unit against the rules, or where the rules ask (then the rule is named).
create table unit_exception (
    id bigint primary key,
    unit_id bigint not null references unit(id) on delete cascade,
    answer text not null check (answer in ('hand_off','keep')),
    question text,
    reason text not null,
    start_date date not null,
    end_date date not null check (end_date > start_date),
    by_name text not null,
    at_us bigint not null,
    withdrawn_us bigint,
    withdrawn_by text
);
create index unit_exception_unit on unit_exception (unit_id);

-- Whether sellers can do the work of a role, as those who lead them state it. Only appended: the last counts.
create table seller_readiness (
    id bigint primary key,
    seller_id bigint not null references seller(id) on delete cascade,
    role text not null,
    ready boolean not null,
    gaps text not null,
    reason text not null,
    by_name text not null,
    at_us bigint not null
);
create index seller_readiness_seller on seller_readiness (seller_id, role, id);

-- What was promised to customers, as documents of core with the columns that are looked for.
create table commitment (
    id bigint primary key,
    unit_id bigint not null references unit(id) on delete cascade,
    owner_id bigint not null references seller(id),
    is_open boolean not null,
    due_date date,
    version bigint not null,
    document text not null
);
create index commitment_unit on commitment (unit_id);
create index commitment_owner on commitment (owner_id, is_open);

-- What people say of somebody at the customer, beside what an import brought.
create table stakeholder (
    contact_id bigint primary key references contact(id) on delete cascade,
    roles text not null,
    stance text not null,
    style text not null,
    aim text,
    version bigint not null,
    by_name text not null,
    at_us bigint not null
);

-- Files of a customer or of one of its units. Those that were withdrawn stay, out of sight; of equal files of a unit one is in sight.
create table attachment (
    id bigint primary key,
    customer_id bigint not null references customer(id) on delete cascade,
    unit_id bigint references unit(id) on delete cascade,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    sha256 text not null,
    about text,
    by_id bigint references app_user(id) on delete set null,
    by_name text not null,
    at_us bigint not null,
    withdrawn_us bigint,
    withdrawn_by text,
    content bytea not null,
    check ((withdrawn_us is null) = (withdrawn_by is null))
);
create unique index attachment_once on attachment (customer_id, coalesce(unit_id, 0), sha256) where withdrawn_us is null;
create index attachment_customer on attachment (customer_id);
create index attachment_unit on attachment (unit_id);
create index attachment_author on attachment (by_id);

-- Handoffs as documents of core, with the columns that are looked for. The version tells two writers apart; a unit has one at a time.
create table handoff (
    id bigint primary key,
    unit_id bigint not null references unit(id) on delete cascade,
    giver_id bigint not null references seller(id),
    receiver_id bigint references seller(id),
    state text not null,
    is_open boolean not null,
    transfer_date date,
    version bigint not null,
    document text not null,
    proposed_us bigint not null
);
create unique index handoff_of_unit on handoff (unit_id) where is_open;
create index handoff_unit on handoff (unit_id);
create index handoff_giver on handoff (giver_id);
create index handoff_receiver on handoff (receiver_id);

-- The steps of a handoff, from its playbook.
create table handoff_step (
    handoff_id bigint not null references handoff(id) on delete cascade,
    seq bigint not null,
    step text not null,
    person_id bigint references app_user(id) on delete set null,
    due_date date,
    is_over boolean not null,
    version bigint not null,
    document text not null,
    primary key (handoff_id, step)
);
create index handoff_step_person on handoff_step (person_id, due_date);

-- What the giver knows of the customer, section by section.
create table brief (
    handoff_id bigint primary key references handoff(id) on delete cascade,
    version bigint not null,
    document text not null
);

-- What gates look at and the record does not hold: meetings, introductions, invoices, who goes on with what. Only appended; a key tells what
-- replaces what.
create table handoff_evidence (
    id bigint primary key,
    handoff_id bigint not null references handoff(id) on delete cascade,
    key text not null,
    document text not null,
    by_name text not null,
    at_us bigint not null
);
create index handoff_evidence_handoff on handoff_evidence (handoff_id, id);

-- Pages that customers read behind a key that nobody can guess; only its hash is kept.
create table customer_page (
    id bigint primary key,
    handoff_id bigint not null references handoff(id) on delete cascade,
    key_hash text not null unique,
    language text not null,
    by_name text not null,
    made_us bigint not null,
    expires_us bigint not null,
    revoked_us bigint,
    opened_us bigint
);
create index customer_page_handoff on customer_page (handoff_id);

-- What the customer answered before and after the handoff; once each.
create table customer_answer (
    handoff_id bigint not null references handoff(id) on delete cascade,
    moment text not null,
    document text not null,
    at_us bigint not null,
    primary key (handoff_id, moment)
);

-- What the receiver says 30, 60 and 90 days after the transfer; once each.
create table handoff_check (
    handoff_id bigint not null references handoff(id) on delete cascade,
    due text not null,
    document text not null,
    by_name text not null,
    at_us bigint not null,
    primary key (handoff_id, due)
);

-- How the receiver rates the brief.
create table handoff_verdict (
    handoff_id bigint primary key references handoff(id) on delete cascade,
    version bigint not null,
    document text not null,
    by_name text not null,
    at_us bigint not null
);

-- Many handoffs for one cause, worked off in the background. A node holds a run for a while; if it ends, another goes on.
create table mass_handoff (
    id bigint primary key,
    -- Whose units pass on; none where an alignment says so.
    seller_id bigint references seller(id),
    reason text not null,
    state text not null check (state in ('running','done','cancelled','failed','undoing','undone')),
    request text not null,
    units_total bigint not null,
    units_begun bigint not null,
    units_left bigint not null,
    by_id bigint references app_user(id) on delete set null,
    by_party text not null,
    by_name text not null,
    started_us bigint not null,
    ended_us bigint,
    undo text,
    said text,
    node text,
    until_us bigint
);

-- The units of a run as the preview said it: what was to begin, what began, why something did not.
create table mass_handoff_unit (
    mass_id bigint not null references mass_handoff(id) on delete cascade,
    seq bigint not null,
    unit_id bigint not null references unit(id) on delete cascade,
    document text not null,
    handoff_id bigint references handoff(id) on delete set null,
    said text,
    primary key (mass_id, seq)
);
create index mass_handoff_unit_unit on mass_handoff_unit (unit_id);
create index mass_handoff_unit_handoff on mass_handoff_unit (handoff_id);

-- What people are told: once each, by a key that says what it is about.
create table notice (
    id bigint primary key,
    user_id bigint not null references app_user(id) on delete cascade,
    key text not null,
    kind text not null check (kind in ('handoff','late')),
    handoff_id bigint references handoff(id) on delete cascade,
    said text not null,
    at_us bigint not null,
    read_us bigint,
    mailed_us bigint,
    unique (user_id, key)
);
create index notice_user on notice (user_id, id);
create index notice_handoff on notice (handoff_id);

-- Up to which event people were told.
create table notice_state (
    id bigint primary key check (id = 1),
    last_event bigint not null
);

-- Whoever says first that a person gets the mail of a day sends it.
create table notice_digest (
    user_id bigint not null references app_user(id) on delete cascade,
    day text not null,
    primary key (user_id, day)
);

-- Incentive plans as they were written. A draft can be changed; one that was approved never, only withdrawn before it comes into force.
create table incentive_plan (
    id bigint primary key,
    name text not null,
    version text not null,
    effective date not null,
    document text not null,
    by_name text not null,
    at_us bigint not null,
    approved_by text,
    approved_us bigint,
    withdrawn_us bigint,
    check ((approved_by is null) = (approved_us is null))
);
create unique index incentive_plan_version on incentive_plan (name, version) where withdrawn_us is null;
create unique index incentive_plan_effective on incentive_plan (name, effective) where approved_us is not null and withdrawn_us is null;

-- What incentives are computed from, in the order in which it became known: every posting comes from one of these or from the calendar.
create table incentive_event (
    id bigint primary key,
    key text not null unique,
    date date not null,
    posted date not null check (posted >= date),
    unit text not null,
    movement text not null,
    amount_minor bigint, currency text,
    credits text not null,
    of_key text references incentive_event(key),
    note text,
    source text not null,
    by_name text not null,
    at_us bigint not null,
    check ((amount_minor is null) = (currency is null))
);

-- Roles and handoffs as they were known when something was computed with them; of equal keys the last counts.
create table incentive_input (
    id bigint primary key,
    kind text not null check (kind in ('role','handoff')),
    key text not null,
    document text not null,
    at_us bigint not null
);

-- Runs of the calculation: up to which day everything is posted.
create table incentive_run (
    id bigint primary key,
    period text not null,
    through date not null,
    is_close boolean not null,
    events bigint not null,
    postings bigint not null,
    notes text not null,
    by_name text not null,
    at_us bigint not null
);

-- The ledger. Entries are written before their posting, which seals them: it is refused unless they add up to nothing.
create table incentive_posting (
    id bigint primary key,
    event text not null,
    number bigint not null,
    kind text not null,
    date date not null,
    counted date not null,
    period text not null,
    unit text,
    plan text not null,
    plan_version text not null,
    component text not null,
    base_minor bigint,
    rate_e9 bigint,
    currency text not null,
    of_event text, of_number bigint,
    because text not null,
    unique (event, number),
    foreign key (of_event, of_number) references incentive_posting (event, number)
);
create index incentive_posting_period on incentive_posting (period, id);

create table incentive_entry (
    posting_id bigint not null references incentive_posting(id) deferrable initially deferred,
    seq bigint not null,
    account text not null check (account in ('cost','payable','awaiting_payment','held','draw')),
    person text,
    minor bigint not null,
    primary key (posting_id, seq),
    check ((account = 'cost') = (person is null))
);
create index incentive_entry_person on incentive_entry (person);

-- Periods that are closed, with what they held: nothing is posted into them any more.
create table incentive_period (
    period text primary key,
    postings bigint not null,
    digest text not null,
    by_name text not null,
    closed_us bigint not null
);

-- Questions about one posting, and what people said to them; only appended.
create table incentive_question (
    id bigint primary key,
    event text not null,
    number bigint not null,
    person text not null,
    text text not null,
    by_name text not null,
    at_us bigint not null,
    foreign key (event, number) references incentive_posting (event, number)
);
create index incentive_question_person on incentive_question (person);

create table incentive_reply (
    id bigint primary key,
    question_id bigint not null references incentive_question(id),
    act text not null check (act in ('reply','propose','approve','decline')),
    text text not null,
    amount_minor bigint, currency text,
    user_id bigint,
    by_name text not null,
    at_us bigint not null,
    check ((amount_minor is null) = (currency is null))
);
create index incentive_reply_question on incentive_reply (question_id, id);

-- Designs of the sales force: scenarios by name, as they are written. A change names the version that it was made from.
create table scenario (
    id bigint primary key,
    name text not null unique,
    document text not null,
    from_book boolean not null,
    version bigint not null,
    by_name text not null,
    at_us bigint not null
);

-- Comparisons and searches, with the question as it was asked, so that it can be played again whatever becomes of the scenarios.
create table study (
    id bigint primary key,
    kind text not null check (kind in ('comparison','search')),
    title text not null,
    state text not null check (state in ('running','done','failed','cancelled')),
    question text not null,
    stage bigint not null,
    runs_done bigint not null,
    runs_total bigint not null,
    answer text,
    error text,
    by_name text not null,
    started_us bigint not null,
    ended_us bigint
);

-- Plans that were decided for: what the company means to do, from when, and what it then expects. Never changed but taken back; the last that stands counts.
create table sales_plan (
    id bigint primary key,
    study_id bigint not null references study(id),
    place bigint not null,
    name text not null,
    document text not null,
    from_book boolean not null,
    from_date date not null,
    because text not null,
    expected text not null,
    by_name text not null,
    at_us bigint not null,
    withdrawn_by text,
    withdrawn_us bigint,
    check ((withdrawn_by is null) = (withdrawn_us is null))
);

-- The work of a study that is going on. A node takes a chunk for a while; if it does not finish, another takes it. They go when the study ends.
create table study_chunk (
    study_id bigint not null references study(id) on delete cascade,
    stage bigint not null,
    seq bigint not null,
    pieces text not null,
    node text,
    until_us bigint,
    samples text,
    primary key (study_id, stage, seq)
);
create index study_chunk_open on study_chunk (study_id) where samples is null;

-- Interventions. What one is judged by stands in the document; from its start on that is locked.
create table intervention (
    id bigint primary key,
    name text not null,
    state text not null check (state in ('draft','running','ended','judged','cancelled')),
    version bigint not null,
    start_date date not null,
    end_date date not null,
    document text not null,
    seed bigint,
    evidence text,
    reason text,
    splitting_by text,
    splitting_us bigint,
    by_name text not null,
    at_us bigint not null,
    check ((state = 'judged') = (evidence is not null)),
    check ((state = 'cancelled') = (reason is not null)),
    check ((splitting_by is null) = (splitting_us is null)),
    check (splitting_us is null or state = 'judged')
);

-- What the plan that was decided for let expect, played from the book of the day of the split: the latest holds.
create table promise (
    id bigint primary key,
    split_date date not null,
    scenario text not null,
    document text not null,
    lives text not null,
    inside_saving double precision,
    inside_loss double precision,
    by_name text not null,
    at_us bigint not null,
    check ((inside_saving is null) = (inside_loss is null))
);

create function intervention_is_locked() returns trigger language plpgsql as
$$ begin
    if old.state <> 'draft' and new.document <> old.document then
        raise exception 'what an intervention is judged by was locked at its start';
    end if;
    return new;
end $$;
create trigger intervention_locked before update on intervention for each row execute function intervention_is_locked();
create function promise_is_kept() returns trigger language plpgsql as
$$ begin raise exception 'promises are never changed'; end $$;
create trigger promise_no_update before update on promise for each statement execute function promise_is_kept();
-- Alignments: who has which unit and which account manager every hunter works with. A draft is changed from the version that was read; one that was
-- adopted holds from its day on, and what it was made of is kept with it.
create table alignment (
    id bigint primary key,
    name text not null,
    version bigint not null,
    state text not null check (state in ('draft','adopted')),
    setup text not null,
    by_name text not null,
    at_us bigint not null,
    proposal text,
    effective date,
    because text,
    adopted_by text,
    adopted_us bigint,
    check ((state = 'draft') = (adopted_us is null))
);

-- The work of finding proposals, with what it was asked of, so that it can be computed again whatever becomes of the record.
create table alignment_solve (
    id bigint primary key,
    alignment_id bigint not null references alignment(id) on delete cascade,
    state text not null check (state in ('running','done','failed','cancelled')),
    input text not null,
    setup text not null,
    error text,
    by_name text not null,
    started_us bigint not null,
    ended_us bigint
);
create unique index alignment_solve_running on alignment_solve (alignment_id) where state = 'running';

-- One emphasis of a solve. A node takes it for a while and says how far it is; if it falls silent, another takes it.
create table alignment_piece (
    solve_id bigint not null references alignment_solve(id) on delete cascade,
    emphasis text not null,
    seq bigint not null,
    permille bigint not null,
    node text,
    until_us bigint,
    answer text,
    primary key (solve_id, emphasis)
);

-- What can be chosen from. A proposal that somebody works on gets another version with every answer.
create table alignment_proposal (
    alignment_id bigint not null references alignment(id) on delete cascade,
    emphasis text not null,
    solve_id bigint not null references alignment_solve(id),
    version bigint not null,
    answer text not null,
    figures text not null,
    gap_e6 bigint not null,
    primary key (alignment_id, emphasis)
);

-- What managers say against a proposed move, and what became of it.
create table alignment_challenge (
    id bigint primary key,
    alignment_id bigint not null references alignment(id) on delete cascade,
    unit_id bigint not null references unit(id) on delete cascade,
    reason text not null,
    by_name text not null,
    by_seller bigint,
    at_us bigint not null,
    answer text check (answer in ('accepted','declined')),
    answer_reason text,
    answered_by text,
    answered_us bigint,
    check ((answer is null) = (answered_us is null))
);
create index alignment_challenge_alignment on alignment_challenge (alignment_id, id);
create index alignment_challenge_unit on alignment_challenge (unit_id);

-- Handoffs that an alignment proposed.
create table alignment_handoff (
    alignment_id bigint not null references alignment(id) on delete cascade,
    handoff_id bigint not null references handoff(id) on delete cascade,
    primary key (alignment_id, handoff_id)
);
create index alignment_handoff_handoff on alignment_handoff (handoff_id);

-- Hunters and the account manager to whom each hands everything, through time.
create table pair (
    id bigint primary key,
    hunter_id bigint not null references seller(id) on delete cascade,
    manager_id bigint not null references seller(id) on delete cascade,
    alignment_id bigint not null references alignment(id),
    start_date date not null,
    end_date date check (end_date > start_date)
);
create unique index pair_open on pair (hunter_id) where end_date is null;
create index pair_manager on pair (manager_id);
create index pair_alignment on pair (alignment_id);

create function event_is_append_only() returns trigger language plpgsql as
$$ begin raise exception 'events are never changed or deleted'; end $$;
create trigger event_no_update before update or delete or truncate on event for each statement execute function event_is_append_only();

create function incentives_are_append_only() returns trigger language plpgsql as
$$ begin raise exception 'what incentives were paid by is never changed or deleted'; end $$;
create trigger incentive_event_append_only before update or delete or truncate on incentive_event for each statement execute function incentives_are_append_only();
create trigger incentive_input_append_only before update or delete or truncate on incentive_input for each statement execute function incentives_are_append_only();
create trigger incentive_run_append_only before update or delete or truncate on incentive_run for each statement execute function incentives_are_append_only();
create trigger incentive_posting_append_only before update or delete or truncate on incentive_posting for each statement execute function incentives_are_append_only();
create trigger incentive_entry_append_only before update or delete or truncate on incentive_entry for each statement execute function incentives_are_append_only();
create trigger incentive_period_append_only before update or delete or truncate on incentive_period for each statement execute function incentives_are_append_only();
create trigger incentive_question_append_only before update or delete or truncate on incentive_question for each statement execute function incentives_are_append_only();
create trigger incentive_reply_append_only before update or delete or truncate on incentive_reply for each statement execute function incentives_are_append_only();

create function incentive_plan_stays() returns trigger language plpgsql as $$ begin
    if old.approved_us is null then return coalesce(new, old); end if;
    if tg_op = 'UPDATE' and old.withdrawn_us is null and new.withdrawn_us is not null
        and (new.id, new.name, new.version, new.effective, new.document, new.by_name, new.at_us, new.approved_by, new.approved_us)
          = (old.id, old.name, old.version, old.effective, old.document, old.by_name, old.at_us, old.approved_by, old.approved_us) then return new; end if;
    raise exception 'a plan that was approved is never changed or deleted';
end $$;
create trigger incentive_plan_stays before update or delete on incentive_plan for each row execute function incentive_plan_stays();

create function incentive_entry_is_sealed() returns trigger language plpgsql as $$ begin
    if exists (select 1 from incentive_posting where id = new.posting_id) then raise exception 'a posting that is written gets no more entries'; end if;
    return new;
end $$;
create trigger incentive_entry_sealed before insert on incentive_entry for each row execute function incentive_entry_is_sealed();

create function incentive_posting_fits() returns trigger language plpgsql as $$ begin
    if coalesce((select sum(minor) from incentive_entry where posting_id = new.id), 1) <> 0 then raise exception 'the entries of a posting must add up to nothing'; end if;
    if new.period <= (select max(period) from incentive_period) then raise exception 'nothing is posted into a period that is closed'; end if;
    return new;
end $$;
create trigger incentive_posting_fits before insert on incentive_posting for each row execute function incentive_posting_fits();

create function incentive_period_is_next() returns trigger language plpgsql as $$ begin
    if new.period <= (select max(period) from incentive_period) then raise exception 'periods are closed one after the other'; end if;
    return new;
end $$;
create trigger incentive_period_next before insert on incentive_period for each row execute function incentive_period_is_next();

create extension if not exists pg_trgm;
create table customer_search (customer_id bigint primary key references customer(id) on delete cascade, text text not null);
create index customer_search_trigram on customer_search using gin (text gin_trgm_ops);

-- Who can do what: said by the person, by whoever leads them, by evidence. Only appended: of each source the last counts.
create table competency_assessment (
    id bigint primary key,
    seller_id bigint not null references seller(id) on delete cascade,
    competency text not null,
    source text not null check (source in ('self','manager','evidence')),
    level bigint not null check (level between 0 and 4),
    on_date date not null,
    because text not null,
    by_name text not null,
    at_us bigint not null
);
create index competency_assessment_seller on competency_assessment (seller_id, id);

-- What somebody learns, how, until when.
create table learning_item (
    id bigint primary key,
    seller_id bigint not null references seller(id) on delete cascade,
    competency text not null,
    what text not null,
    until_date date not null,
    done_date date,
    by_name text not null,
    at_us bigint not null,
    dropped_us bigint
);
create index learning_item_seller on learning_item (seller_id);

-- What people say of themselves and can take back whole: answers to the questionnaire, with consent; what they want; a word to their profile.
create table own_word (
    seller_id bigint primary key references seller(id) on delete cascade,
    answers text,
    answered_in text,
    consented_us bigint,
    wishes text not null,
    note text,
    comment text,
    at_us bigint not null,
    check ((answers is null) = (consented_us is null))
);

-- Proposals of who could have which role, as documents of core. Adopting one only records that somebody decided.
create table staffing_proposal (
    id bigint primary key,
    name text not null,
    version bigint not null,
    document text not null,
    by_name text not null,
    at_us bigint not null,
    adopted text,
    adopted_because text,
    adopted_by text,
    adopted_us bigint,
    check ((adopted is null) = (adopted_us is null))
);

create table staffing_person (
    proposal_id bigint not null references staffing_proposal(id) on delete cascade,
    seller_id bigint not null references seller(id) on delete cascade,
    primary key (proposal_id, seller_id)
);
create index staffing_person_seller on staffing_person (seller_id);
create index event_record on event (object, record_id, id);

-- A seller who goes takes along what was said of them: then the row is gone before its assessments are.
create function assessments_are_append_only() returns trigger language plpgsql as $$ begin
    if tg_op = 'DELETE' then
        if not exists (select 1 from seller where id = old.seller_id) then return old; end if;
    end if;
    raise exception 'assessments are only appended';
end $$;
create trigger competency_assessment_append_only before update or delete on competency_assessment for each row execute function assessments_are_append_only();
