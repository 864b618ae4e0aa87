-- The records of the first delivery. Instants are microseconds UTC (*_us), amounts minor units beside their currency.

create table id_block (name text primary key, next integer not null) strict;

create table source (id integer primary key, name text not null unique, kind text not null) strict;

create table import_run (
    id integer primary key,
    source_id integer not null references source(id),
    state text not null check (state in ('uploaded','checking','checked','running','done','failed','cancelled','undoing','undone')),
    by_name text not null,
    created_us integer not null,
    finished_us integer,
    files text not null,
    mapping text not null,
    report text,
    error text,
    rows_done integer not null default 0,
    rows_total integer not null default 0
) strict;

create table import_problem (
    import_id integer not null references import_run(id) on delete cascade,
    seq integer not null,
    file text not null,
    object text not null,
    line integer not null,
    column_name text not null,
    value text not null,
    problem text not null,
    advice text not null,
    primary key (import_id, seq)
) strict;

-- What a record looked like before an import changed it; records that an import created carry its import_id.
create table import_change (
    import_id integer not null references import_run(id) on delete cascade,
    object text not null,
    record_id integer not null,
    before text not null,
    primary key (import_id, object, record_id)
) strict;

create table seller (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    name text not null,
    email text,
    kind text not null check (kind in ('person','queue','integration')),
    start_date text, end_date text,
    centihours_per_week integer,
    lat real, lon real,
    unique (source_id, external_id)
) strict;

create table seller_post (
    id integer primary key,
    seller_id integer not null references seller(id) on delete cascade,
    role text not null check (role in ('generalist','hunter','account_manager','inside_account_manager','manager')),
    team text,
    manager_id integer references seller(id),
    start_date text not null,
    end_date text check (end_date > start_date),
    unique (seller_id, start_date)
) strict;
create unique index seller_post_open on seller_post (seller_id) where end_date is null;
create index seller_post_manager on seller_post (manager_id);

create table customer (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    name text not null,
    segment text, industry text, country text, region text, city text, postal_code text,
    lat real, lon real, place_source text,
    parent_id integer references customer(id),
    created_date text,
    unique (source_id, external_id)
) strict;
create index customer_by_name on customer (name, id);
create index customer_by_segment on customer (segment, name, id);
create index customer_by_country on customer (country, name, id);
create index customer_by_industry on customer (industry, name, id);
create index customer_import on customer (import_id);
create index customer_parent on customer (parent_id);

create table unit (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    customer_id integer not null references customer(id),
    name text not null,
    potential_minor integer, currency text,
    check ((potential_minor is null) = (currency is null)),
    unique (source_id, external_id)
) strict;
create index unit_customer on unit (customer_id);
create index unit_import on unit (import_id);

create table contact (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    customer_id integer references customer(id),
    unit_id integer references unit(id),
    name text not null,
    email text, phone text, title text, role text,
    unique (source_id, external_id)
) strict;
create index contact_customer on contact (customer_id);
create index contact_import on contact (import_id);
create index contact_unit on contact (unit_id);

create table opportunity (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    customer_id integer references customer(id),
    unit_id integer references unit(id),
    owner_id integer references seller(id),
    name text,
    kind text not null check (kind in ('new','expansion','renewal')),
    kind_derived integer not null,
    stage text,
    status text not null check (status in ('open','won','lost')),
    amount_minor integer, currency text,
    created_date text, close_date text,
    -- Whom a handoff took it from and whom it gave it to; a source that still names the first does not take it back.
    taken_from_id integer references seller(id), given_to_id integer references seller(id),
    check ((amount_minor is null) = (currency is null)),
    unique (source_id, external_id)
) strict;
create index opportunity_customer on opportunity (customer_id);
create index opportunity_import on opportunity (import_id);
create index opportunity_unit on opportunity (unit_id);
create index opportunity_owner on opportunity (owner_id);

create table subscription (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    unit_id integer not null references unit(id),
    product text,
    arr_minor integer not null, currency text not null,
    start_date text not null,
    end_date text check (end_date > start_date),
    derived_from integer references opportunity(id),
    unique (source_id, external_id)
) strict;
create index subscription_unit on subscription (unit_id);
create index subscription_import on subscription (import_id);
create index subscription_derived on subscription (derived_from);

-- Exactly one accountable owner at any instant: each row names the end of the row before it, so neither gap nor overlap can be stored.
create table ownership (
    id integer primary key,
    import_id integer,
    unit_id integer not null references unit(id),
    seller_id integer not null references seller(id),
    role text not null check (role in ('generalist','hunter','account_manager','inside_account_manager','manager')),
    start_date text not null,
    end_date text check (end_date > start_date),
    previous_end text check (previous_end = start_date),
    unique (unit_id, end_date),
    unique (unit_id, previous_end),
    foreign key (unit_id, previous_end) references ownership (unit_id, end_date)
) strict;
create unique index ownership_first on ownership (unit_id) where previous_end is null;
create unique index ownership_open on ownership (unit_id) where end_date is null;
create index ownership_seller on ownership (seller_id, unit_id);
create index ownership_import on ownership (import_id);

create table activity (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    seller_id integer, customer_id integer, unit_id integer, opportunity_id integer,
    date text not null,
    minutes integer,
    kind text, category text, urgency text, initiated_by text, subject text,
    from_calendar integer
) strict;
create unique index activity_external on activity (source_id, external_id);
create index activity_customer on activity (customer_id, date);
create index activity_seller on activity (seller_id, date);

create table note (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    customer_id integer references customer(id),
    unit_id integer references unit(id),
    author_id integer references seller(id),
    date text not null,
    text text not null,
    unique (source_id, external_id)
) strict;
create index note_customer on note (customer_id, date);
create index note_import on note (import_id);
create index note_unit on note (unit_id);
create index note_author on note (author_id);

-- What list pages show of a customer; remade in the transaction that changes what it is made of.
create table customer_summary (
    customer_id integer primary key references customer(id) on delete cascade,
    arr_minor integer not null,
    arr_currencies text not null,
    owners text not null,
    units integer not null,
    open_opportunities integer not null,
    last_activity text,
    next_renewal text
) strict;
-- The day for which the summaries were made; empty where they hold no longer.
create table customer_summary_day (day text not null) strict;
create index customer_summary_arr on customer_summary (arr_minor, customer_id);

create table app_user (
    id integer primary key,
    email text not null unique,
    name text not null,
    password_hash text not null,
    role text not null check (role in ('admin','operations','manager','hunter','account_manager','viewer')),
    seller_id integer references seller(id) on delete set null,
    locale text not null,
    active integer not null,
    created_us integer not null
) strict;

create table session (
    token_hash text primary key,
    user_id integer not null references app_user(id) on delete cascade,
    created_us integer not null,
    expires_us integer not null
) strict;
create index session_by_user on session (user_id);

-- Attempts to sign in that failed or are going on; the device is named where it is one of the user's own.
create table login_attempt (
    id integer primary key,
    email text not null,
    ip text not null,
    device text,
    at_us integer not null
) strict;
create index login_attempt_email on login_attempt (email, at_us);
create index login_attempt_ip on login_attempt (ip, at_us);

-- Browsers that a user has signed in with: strangers' failures elsewhere do not lock these out.
create table known_device (
    token_hash text primary key,
    user_id integer not null references app_user(id) on delete cascade,
    created_us integer not null
) strict;
create index known_device_user on known_device (user_id);

create table api_token (
    id integer primary key,
    user_id integer not null references app_user(id) on delete cascade,
    name text not null,
    token_hash text not null unique,
    scopes text not null,
    created_us integer not null,
    expires_us integer not null,
    revoked_us integer
) strict;

create table event (
    id integer primary key,
    at_us integer not null,
    actor text not null,
    kind text not null,
    object text not null,
    record_id integer,
    data text not null
) strict;

create table setting (key text primary key, value text not null) strict;

create table exchange_rate (
    currency text not null,
    date text not null,
    rate_e9 integer not null check (rate_e9 > 0),
    primary key (currency, date)
) strict;

create table saved_view (
    id integer primary key,
    user_id integer not null references app_user(id) on delete cascade,
    page text not null,
    name text not null,
    query text not null,
    shared integer not null,
    unique (user_id, page, name)
) strict;

-- Weeks that sellers report themselves, by file or on the page: one row says it, whichever way it came last.
create table time_report (
    id integer primary key,
    source_id integer, external_id text, import_id integer, content_hash integer,
    seller_id integer not null references seller(id) on delete cascade,
    week_start text not null,
    category text not null,
    minutes integer not null check (minutes >= 0 and minutes <= 10080),
    unique (seller_id, week_start, category),
    unique (source_id, external_id)
) strict;

-- Rules of engagement as they were written. A version that has come into force is never changed; one that has not can be withdrawn.
create table rule_version (
    id integer primary key,
    name text not null,
    version text not null,
    effective text not null,
    document text not null,
    by_name text not null,
    adopted_us integer not null,
    withdrawn_us integer
) strict;
create unique index rule_version_name on rule_version (name, version) where withdrawn_us is null;

-- What people state of a unit from a day on, such as its health; only appended. No value takes back what was stated before.
create table stated_fact (
    id integer primary key,
    unit_id integer not null references unit(id) on delete cascade,
    fact text not null,
    value text,
    since_date text not null,
    by_name text not null,
    at_us integer not null
) strict;
create index stated_fact_unit on stated_fact (unit_id, fact);

-- What a person decided about a unit against the rules, or where the rules ask (then the rule is named).
create table unit_exception (
    id integer primary key,
    unit_id integer not null references unit(id) on delete cascade,
    answer text not null check (answer in ('hand_off','keep')),
    question text,
    reason text not null,
    start_date text not null,
    end_date text not null check (end_date > start_date),
    by_name text not null,
    at_us integer not null,
    withdrawn_us integer,
    withdrawn_by text
) strict;
create index unit_exception_unit on unit_exception (unit_id);

-- Whether sellers can do the work of a role, as those who lead them state it. Only appended: the last counts.
create table seller_readiness (
    id integer primary key,
    seller_id integer not null references seller(id) on delete cascade,
    role text not null,
    ready integer not null,
    gaps text not null,
    reason text not null,
    by_name text not null,
    at_us integer not null
) strict;
create index seller_readiness_seller on seller_readiness (seller_id, role, id);

-- What was promised to customers, as documents of core with the columns that are looked for.
create table commitment (
    id integer primary key,
    unit_id integer not null references unit(id) on delete cascade,
    owner_id integer not null references seller(id),
    is_open integer not null,
    due_date text,
    version integer not null,
    document text not null
) strict;
create index commitment_unit on commitment (unit_id);
create index commitment_owner on commitment (owner_id, is_open);

-- What people say of somebody at the customer, beside what an import brought.
create table stakeholder (
    contact_id integer primary key references contact(id) on delete cascade,
    roles text not null,
    stance text not null,
    style text not null,
    aim text,
    version integer not null,
    by_name text not null,
    at_us integer not null
) strict;

-- Files of a customer or of one of its units. Those that were withdrawn stay, out of sight; of equal files of a unit one is in sight.
create table attachment (
    id integer primary key,
    customer_id integer not null references customer(id) on delete cascade,
    unit_id integer references unit(id) on delete cascade,
    name text not null,
    media_type text not null,
    bytes integer not null,
    sha256 text not null,
    about text,
    by_id integer references app_user(id) on delete set null,
    by_name text not null,
    at_us integer not null,
    withdrawn_us integer,
    withdrawn_by text,
    content blob not null,
    check ((withdrawn_us is null) = (withdrawn_by is null))
) strict;
create unique index attachment_once on attachment (customer_id, coalesce(unit_id, 0), sha256) where withdrawn_us is null;
create index attachment_customer on attachment (customer_id);
create index attachment_unit on attachment (unit_id);
create index attachment_author on attachment (by_id);

-- Handoffs as documents of core, with the columns that are looked for. The version tells two writers apart; a unit has one at a time.
create table handoff (
    id integer primary key,
    unit_id integer not null references unit(id) on delete cascade,
    giver_id integer not null references seller(id),
    receiver_id integer references seller(id),
    state text not null,
    is_open integer not null,
    transfer_date text,
    version integer not null,
    document text not null,
    proposed_us integer not null
) strict;
create unique index handoff_of_unit on handoff (unit_id) where is_open = 1;
create index handoff_unit on handoff (unit_id);
create index handoff_giver on handoff (giver_id);
create index handoff_receiver on handoff (receiver_id);

-- The steps of a handoff, from its playbook.
create table handoff_step (
    handoff_id integer not null references handoff(id) on delete cascade,
    seq integer not null,
    step text not null,
    person_id integer references app_user(id) on delete set null,
    due_date text,
    is_over integer not null,
    version integer not null,
    document text not null,
    primary key (handoff_id, step)
) strict;
create index handoff_step_person on handoff_step (person_id, due_date);

-- What the giver knows of the customer, section by section.
create table brief (
    handoff_id integer primary key references handoff(id) on delete cascade,
    version integer not null,
    document text not null
) strict;

-- What gates look at and the record does not hold: meetings, introductions, invoices, who goes on with what. Only appended; a key tells what
-- replaces what.
create table handoff_evidence (
    id integer primary key,
    handoff_id integer not null references handoff(id) on delete cascade,
    key text not null,
    document text not null,
    by_name text not null,
    at_us integer not null
) strict;
create index handoff_evidence_handoff on handoff_evidence (handoff_id, id);

-- Pages that customers read behind a key that nobody can guess; only its hash is kept.
create table customer_page (
    id integer primary key,
    handoff_id integer not null references handoff(id) on delete cascade,
    key_hash text not null unique,
    language text not null,
    by_name text not null,
    made_us integer not null,
    expires_us integer not null,
    revoked_us integer,
    opened_us integer
) strict;
create index customer_page_handoff on customer_page (handoff_id);

-- What the customer answered before and after the handoff; once each.
create table customer_answer (
    handoff_id integer not null references handoff(id) on delete cascade,
    moment text not null,
    document text not null,
    at_us integer not null,
    primary key (handoff_id, moment)
) strict;

-- What the receiver says 30, 60 and 90 days after the transfer; once each.
create table handoff_check (
    handoff_id integer not null references handoff(id) on delete cascade,
    due text not null,
    document text not null,
    by_name text not null,
    at_us integer not null,
    primary key (handoff_id, due)
) strict;

-- How the receiver rates the brief.
create table handoff_verdict (
    handoff_id integer primary key references handoff(id) on delete cascade,
    version integer not null,
    document text not null,
    by_name text not null,
    at_us integer not null
) strict;

-- Many handoffs for one cause, worked off in the background. A node holds a run for a while; if it ends, another goes on.
create table mass_handoff (
    id integer primary key,
    -- Whose units pass on; none where an alignment says so.
    seller_id integer references seller(id),
    reason text not null,
    state text not null check (state in ('running','done','cancelled','failed','undoing','undone')),
    request text not null,
    units_total integer not null,
    units_begun integer not null,
    units_left integer not null,
    by_id integer references app_user(id) on delete set null,
    by_party text not null,
    by_name text not null,
    started_us integer not null,
    ended_us integer,
    undo text,
    said text,
    node text,
    until_us integer
) strict;

-- The units of a run as the preview said it: what was to begin, what began, why something did not.
create table mass_handoff_unit (
    mass_id integer not null references mass_handoff(id) on delete cascade,
    seq integer not null,
    unit_id integer not null references unit(id) on delete cascade,
    document text not null,
    handoff_id integer references handoff(id) on delete set null,
    said text,
    primary key (mass_id, seq)
) strict;
create index mass_handoff_unit_unit on mass_handoff_unit (unit_id);
create index mass_handoff_unit_handoff on mass_handoff_unit (handoff_id);

-- What people are told: once each, by a key that says what it is about.
create table notice (
    id integer primary key,
    user_id integer not null references app_user(id) on delete cascade,
    key text not null,
    kind text not null check (kind in ('handoff','late')),
    handoff_id integer references handoff(id) on delete cascade,
    said text not null,
    at_us integer not null,
    read_us integer,
    mailed_us integer,
    unique (user_id, key)
) strict;
create index notice_user on notice (user_id, id);
create index notice_handoff on notice (handoff_id);

-- Up to which event people were told.
create table notice_state (
    id integer primary key check (id = 1),
    last_event integer not null
) strict;

-- Whoever says first that a person gets the mail of a day sends it.
create table notice_digest (
    user_id integer not null references app_user(id) on delete cascade,
    day text not null,
    primary key (user_id, day)
) strict;

-- Incentive plans as they were written. A draft can be changed; one that was approved never, only withdrawn before it comes into force.
create table incentive_plan (
    id integer primary key,
    name text not null,
    version text not null,
    effective text not null,
    document text not null,
    by_name text not null,
    at_us integer not null,
    approved_by text,
    approved_us integer,
    withdrawn_us integer,
    check ((approved_by is null) = (approved_us is null))
) strict;
create unique index incentive_plan_version on incentive_plan (name, version) where withdrawn_us is null;
create unique index incentive_plan_effective on incentive_plan (name, effective) where approved_us is not null and withdrawn_us is null;

-- What incentives are computed from, in the order in which it became known: every posting comes from one of these or from the calendar.
create table incentive_event (
    id integer primary key,
    key text not null unique,
    date text not null,
    posted text not null check (posted >= date),
    unit text not null,
    movement text not null,
    amount_minor integer, currency text,
    credits text not null,
    of_key text references incentive_event(key),
    note text,
    source text not null,
    by_name text not null,
    at_us integer not null,
    check ((amount_minor is null) = (currency is null))
) strict;

-- Roles and handoffs as they were known when something was computed with them; of equal keys the last counts.
create table incentive_input (
    id integer primary key,
    kind text not null check (kind in ('role','handoff')),
    key text not null,
    document text not null,
    at_us integer not null
) strict;

-- Runs of the calculation: up to which day everything is posted.
create table incentive_run (
    id integer primary key,
    period text not null,
    through text not null,
    is_close integer not null,
    events integer not null,
    postings integer not null,
    notes text not null,
    by_name text not null,
    at_us integer not null
) strict;

-- The ledger. Entries are written before their posting, which seals them: it is refused unless they add up to nothing.
create table incentive_posting (
    id integer primary key,
    event text not null,
    number integer not null,
    kind text not null,
    date text not null,
    counted text not null,
    period text not null,
    unit text,
    plan text not null,
    plan_version text not null,
    component text not null,
    base_minor integer,
    rate_e9 integer,
    currency text not null,
    of_event text, of_number integer,
    because text not null,
    unique (event, number),
    foreign key (of_event, of_number) references incentive_posting (event, number)
) strict;
create index incentive_posting_period on incentive_posting (period, id);

create table incentive_entry (
    posting_id integer not null references incentive_posting(id) deferrable initially deferred,
    seq integer not null,
    account text not null check (account in ('cost','payable','awaiting_payment','held','draw')),
    person text,
    minor integer not null,
    primary key (posting_id, seq),
    check ((account = 'cost') = (person is null))
) strict;
create index incentive_entry_person on incentive_entry (person);

-- Periods that are closed, with what they held: nothing is posted into them any more.
create table incentive_period (
    period text primary key,
    postings integer not null,
    digest text not null,
    by_name text not null,
    closed_us integer not null
) strict;

-- Questions about one posting, and what people said to them; only appended.
create table incentive_question (
    id integer primary key,
    event text not null,
    number integer not null,
    person text not null,
    text text not null,
    by_name text not null,
    at_us integer not null,
    foreign key (event, number) references incentive_posting (event, number)
) strict;
create index incentive_question_person on incentive_question (person);

create table incentive_reply (
    id integer primary key,
    question_id integer not null references incentive_question(id),
    act text not null check (act in ('reply','propose','approve','decline')),
    text text not null,
    amount_minor integer, currency text,
    user_id integer,
    by_name text not null,
    at_us integer not null,
    check ((amount_minor is null) = (currency is null))
) strict;
create index incentive_reply_question on incentive_reply (question_id, id);

-- Designs of the sales force: scenarios by name, as they are written. A change names the version that it was made from.
create table scenario (
    id integer primary key,
    name text not null unique,
    document text not null,
    from_book integer not null,
    version integer not null,
    by_name text not null,
    at_us integer not null
) strict;

-- Comparisons and searches, with the question as it was asked, so that it can be played again whatever becomes of the scenarios.
create table study (
    id integer primary key,
    kind text not null check (kind in ('comparison','search')),
    title text not null,
    state text not null check (state in ('running','done','failed','cancelled')),
    question text not null,
    stage integer not null,
    runs_done integer not null,
    runs_total integer not null,
    answer text,
    error text,
    by_name text not null,
    started_us integer not null,
    ended_us integer
) strict;

-- Plans that were decided for: what the company means to do, from when, and what it then expects. Never changed but taken back; the last that stands counts.
create table sales_plan (
    id integer primary key,
    study_id integer not null references study(id),
    place integer not null,
    name text not null,
    document text not null,
    from_book integer not null,
    from_date text not null,
    because text not null,
    expected text not null,
    by_name text not null,
    at_us integer not null,
    withdrawn_by text,
    withdrawn_us integer,
    check ((withdrawn_by is null) = (withdrawn_us is null))
) strict;

-- The work of a study that is going on. A node takes a chunk for a while; if it does not finish, another takes it. They go when the study ends.
create table study_chunk (
    study_id integer not null references study(id) on delete cascade,
    stage integer not null,
    seq integer not null,
    pieces text not null,
    node text,
    until_us integer,
    samples text,
    primary key (study_id, stage, seq)
) strict;
create index study_chunk_open on study_chunk (study_id) where samples is null;

-- Interventions. What one is judged by stands in the document; from its start on that is locked.
create table intervention (
    id integer primary key,
    name text not null,
    state text not null check (state in ('draft','running','ended','judged','cancelled')),
    version integer not null,
    start_date text not null,
    end_date text not null,
    document text not null,
    seed integer,
    evidence text,
    reason text,
    splitting_by text,
    splitting_us integer,
    by_name text not null,
    at_us integer not null,
    check ((state = 'judged') = (evidence is not null)),
    check ((state = 'cancelled') = (reason is not null)),
    check ((splitting_by is null) = (splitting_us is null)),
    check (splitting_us is null or state = 'judged')
) strict;

-- What the plan that was decided for let expect, played from the book of the day of the split: the latest holds.
create table promise (
    id integer primary key,
    split_date text not null,
    scenario text not null,
    document text not null,
    lives text not null,
    inside_saving real,
    inside_loss real,
    by_name text not null,
    at_us integer not null,
    check ((inside_saving is null) = (inside_loss is null))
) strict;

create trigger intervention_locked before update of document on intervention when old.state <> 'draft' and new.document <> old.document
    begin select raise(abort, 'what an intervention is judged by was locked at its start'); end;
create trigger promise_no_update before update on promise begin select raise(abort, 'promises are never changed'); end;
-- Alignments: who has which unit and which account manager every hunter works with. A draft is changed from the version that was read; one that was
-- adopted holds from its day on, and what it was made of is kept with it.
create table alignment (
    id integer primary key,
    name text not null,
    version integer not null,
    state text not null check (state in ('draft','adopted')),
    setup text not null,
    by_name text not null,
    at_us integer not null,
    proposal text,
    effective text,
    because text,
    adopted_by text,
    adopted_us integer,
    check ((state = 'draft') = (adopted_us is null))
) strict;

-- The work of finding proposals, with what it was asked of, so that it can be computed again whatever becomes of the record.
create table alignment_solve (
    id integer primary key,
    alignment_id integer not null references alignment(id) on delete cascade,
    state text not null check (state in ('running','done','failed','cancelled')),
    input text not null,
    setup text not null,
    error text,
    by_name text not null,
    started_us integer not null,
    ended_us integer
) strict;
create unique index alignment_solve_running on alignment_solve (alignment_id) where state = 'running';

-- One emphasis of a solve. A node takes it for a while and says how far it is; if it falls silent, another takes it.
create table alignment_piece (
    solve_id integer not null references alignment_solve(id) on delete cascade,
    emphasis text not null,
    seq integer not null,
    permille integer not null,
    node text,
    until_us integer,
    answer text,
    primary key (solve_id, emphasis)
) strict;

-- What can be chosen from. A proposal that somebody works on gets another version with every answer.
create table alignment_proposal (
    alignment_id integer not null references alignment(id) on delete cascade,
    emphasis text not null,
    solve_id integer not null references alignment_solve(id),
    version integer not null,
    answer text not null,
    figures text not null,
    gap_e6 integer not null,
    primary key (alignment_id, emphasis)
) strict;

-- What managers say against a proposed move, and what became of it.
create table alignment_challenge (
    id integer primary key,
    alignment_id integer not null references alignment(id) on delete cascade,
    unit_id integer not null references unit(id) on delete cascade,
    reason text not null,
    by_name text not null,
    by_seller integer,
    at_us integer not null,
    answer text check (answer in ('accepted','declined')),
    answer_reason text,
    answered_by text,
    answered_us integer,
    check ((answer is null) = (answered_us is null))
) strict;
create index alignment_challenge_alignment on alignment_challenge (alignment_id, id);
create index alignment_challenge_unit on alignment_challenge (unit_id);

-- Handoffs that an alignment proposed.
create table alignment_handoff (
    alignment_id integer not null references alignment(id) on delete cascade,
    handoff_id integer not null references handoff(id) on delete cascade,
    primary key (alignment_id, handoff_id)
) strict;
create index alignment_handoff_handoff on alignment_handoff (handoff_id);

-- Hunters and the account manager to whom each hands everything, through time.
create table pair (
    id integer primary key,
    hunter_id integer not null references seller(id) on delete cascade,
    manager_id integer not null references seller(id) on delete cascade,
    alignment_id integer not null references alignment(id),
    start_date text not null,
    end_date text check (end_date > start_date)
) strict;
create unique index pair_open on pair (hunter_id) where end_date is null;
create index pair_manager on pair (manager_id);
create index pair_alignment on pair (alignment_id);

create trigger event_no_update before update on event begin select raise(abort, 'events are never changed or deleted'); end;
create trigger event_no_delete before delete on event begin select raise(abort, 'events are never changed or deleted'); end;

create trigger incentive_event_no_update before update on incentive_event begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_event_no_delete before delete on incentive_event begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_input_no_update before update on incentive_input begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_input_no_delete before delete on incentive_input begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_run_no_update before update on incentive_run begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_run_no_delete before delete on incentive_run begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_posting_no_update before update on incentive_posting begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_posting_no_delete before delete on incentive_posting begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_entry_no_update before update on incentive_entry begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_entry_no_delete before delete on incentive_entry begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_period_no_update before update on incentive_period begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_period_no_delete before delete on incentive_period begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_question_no_update before update on incentive_question begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_question_no_delete before delete on incentive_question begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_reply_no_update before update on incentive_reply begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_reply_no_delete before delete on incentive_reply begin select raise(abort, 'what incentives were paid by is never changed or deleted'); end;
create trigger incentive_plan_no_delete before delete on incentive_plan when old.approved_us is not null begin select raise(abort, 'a plan that was approved is never changed or deleted'); end;
create trigger incentive_plan_no_update before update on incentive_plan when old.approved_us is not null and not (old.withdrawn_us is null and new.withdrawn_us is not null
    and new.id = old.id and new.name = old.name and new.version = old.version and new.effective = old.effective and new.document = old.document
    and new.by_name = old.by_name and new.at_us = old.at_us and new.approved_by = old.approved_by and new.approved_us = old.approved_us)
    begin select raise(abort, 'a plan that was approved is never changed or deleted'); end;
create trigger incentive_entry_sealed before insert on incentive_entry when exists (select 1 from incentive_posting where id = new.posting_id) begin select raise(abort, 'a posting that is written gets no more entries'); end;
create trigger incentive_posting_zero before insert on incentive_posting when coalesce((select sum(minor) from incentive_entry where posting_id = new.id), 1) <> 0 begin select raise(abort, 'the entries of a posting must add up to nothing'); end;
create trigger incentive_posting_closed before insert on incentive_posting when new.period <= (select max(period) from incentive_period) begin select raise(abort, 'nothing is posted into a period that is closed'); end;
create trigger incentive_period_next before insert on incentive_period when new.period <= (select max(period) from incentive_period) begin select raise(abort, 'periods are closed one after the other'); end;

create virtual table customer_search using fts5 (text, content='', contentless_delete=1, tokenize='trigram');

-- Who can do what: said by the person, by whoever leads them, by evidence. Only appended: of each source the last counts.
create table competency_assessment (
    id integer primary key,
    seller_id integer not null references seller(id) on delete cascade,
    competency text not null,
    source text not null check (source in ('self','manager','evidence')),
    level integer not null check (level between 0 and 4),
    on_date text not null,
    because text not null,
    by_name text not null,
    at_us integer not null
) strict;
create index competency_assessment_seller on competency_assessment (seller_id, id);

-- What somebody learns, how, until when.
create table learning_item (
    id integer primary key,
    seller_id integer not null references seller(id) on delete cascade,
    competency text not null,
    what text not null,
    until_date text not null,
    done_date text,
    by_name text not null,
    at_us integer not null,
    dropped_us integer
) strict;
create index learning_item_seller on learning_item (seller_id);

-- What people say of themselves and can take back whole: answers to the questionnaire, with consent; what they want; a word to their profile.
create table own_word (
    seller_id integer primary key references seller(id) on delete cascade,
    answers text,
    answered_in text,
    consented_us integer,
    wishes text not null,
    note text,
    comment text,
    at_us integer not null,
    check ((answers is null) = (consented_us is null))
) strict;

-- Proposals of who could have which role, as documents of core. Adopting one only records that somebody decided.
create table staffing_proposal (
    id integer primary key,
    name text not null,
    version integer not null,
    document text not null,
    by_name text not null,
    at_us integer not null,
    adopted text,
    adopted_because text,
    adopted_by text,
    adopted_us integer,
    check ((adopted is null) = (adopted_us is null))
) strict;

create table staffing_person (
    proposal_id integer not null references staffing_proposal(id) on delete cascade,
    seller_id integer not null references seller(id) on delete cascade,
    primary key (proposal_id, seller_id)
) strict;
create index staffing_person_seller on staffing_person (seller_id);
create index event_record on event (object, record_id, id);

-- A seller who goes takes along what was said of them: then the row is gone before its assessments are.
create trigger competency_assessment_no_update before update on competency_assessment begin select raise(abort, 'assessments are only appended'); end;
create trigger competency_assessment_no_delete before delete on competency_assessment when exists (select 1 from seller where id = old.seller_id)
    begin select raise(abort, 'assessments are only appended'); end;
