//! All routes in one place, with the document that describes them.
mod afterwards;
mod alignments;
mod arr;
mod attachments;
mod commitments;
mod company;
mod customer_pages;
mod customers;
mod designs;
mod diagnosis;
mod handoffs;
mod imports;
mod incentives;
mod interventions;
mod mass;
mod notices;
mod operations;
mod overview;
mod readiness;
mod rules;
mod scorecard;
mod sellers;
mod session;
mod staffing;
mod stakeholders;
mod time;
mod units;
mod users;
mod views;
mod wire;

pub use attachments::disposition;
pub use imports::{free_place, safe_name};

use crate::problem::Problem;
use crate::{Server, guard, page};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::from_fn;
use tower_http::compression::CompressionLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(OpenApi)]
#[openapi(info(
    title = "Tandem",
    description = "Win customers, keep customers. A customer is what CRMs call an account or a company. Ids are text, dates ISO 8601, amounts decimal text beside their currency; errors are RFC 9457 problems.",
    license(name = "Apache-2.0")
))]
struct Document;

const JSON_BYTES_MAX: usize = 1 << 20;
const ATTACHMENT_BYTES_MAX: usize = tandem_core::attachments::FILE_BYTES_MAX as usize;
/// Rows of payments: 50,000 of them.
const ROWS_BYTES_MAX: usize = 16 << 20;
const UPLOAD_BYTES_MAX: usize = 2 << 30;

fn api() -> OpenApiRouter<Server> {
    OpenApiRouter::new()
        .routes(routes!(session::sign_in, session::sign_out))
        .routes(routes!(session::show, session::change))
        .routes(routes!(users::list, users::create))
        .routes(routes!(users::change))
        .routes(routes!(users::tokens, users::create_token))
        .routes(routes!(users::revoke_token))
        .routes(routes!(customers::list))
        .routes(routes!(customers::export::export_csv))
        .routes(routes!(customers::export::export_xlsx))
        .routes(routes!(customers::facets))
        .routes(routes!(customers::record::show))
        .routes(routes!(customers::entries::activities))
        .routes(routes!(customers::entries::notes))
        .routes(routes!(customers::record::owner_on))
        .routes(routes!(sellers::list))
        .routes(routes!(views::list, views::save))
        .routes(routes!(views::delete))
        .routes(routes!(imports::list))
        .routes(routes!(imports::fields))
        .routes(routes!(imports::show))
        .routes(routes!(imports::problems))
        .routes(routes!(imports::set_mapping))
        .routes(routes!(imports::check))
        .routes(routes!(imports::run))
        .routes(routes!(imports::cancel))
        .routes(routes!(imports::undo))
        .routes(routes!(arr::show))
        .routes(routes!(time::show))
        .routes(routes!(time::rules, time::set_rules))
        .routes(routes!(time::reports, time::report))
        .routes(routes!(overview::show))
        .routes(routes!(diagnosis::show))
        .routes(routes!(interventions::list, interventions::create))
        .routes(routes!(interventions::choices))
        .routes(routes!(interventions::pilot))
        .routes(routes!(interventions::draw))
        .routes(routes!(interventions::show, interventions::change))
        .routes(routes!(interventions::act))
        .routes(routes!(scorecard::show))
        .routes(routes!(scorecard::promise))
        .routes(routes!(designs::list))
        .routes(routes!(designs::parameters))
        .routes(routes!(designs::calibration))
        .routes(routes!(designs::check))
        .routes(routes!(designs::create))
        .routes(routes!(designs::change, designs::delete))
        .routes(routes!(designs::try_out))
        .routes(routes!(designs::start))
        .routes(routes!(designs::study))
        .routes(routes!(designs::cancel))
        .routes(routes!(designs::take_plan))
        .routes(routes!(designs::withdraw_plan))
        .routes(routes!(alignments::list, alignments::create))
        .routes(routes!(alignments::show, alignments::change, alignments::delete))
        .routes(routes!(alignments::solve))
        .routes(routes!(alignments::cancel))
        .routes(routes!(alignments::proposal))
        .routes(routes!(alignments::work))
        .routes(routes!(alignments::challenge))
        .routes(routes!(alignments::answer))
        .routes(routes!(alignments::preview))
        .routes(routes!(alignments::adopt))
        .routes(routes!(alignments::undo))
        .routes(routes!(alignments::drift))
        .routes(routes!(rules::list, rules::adopt))
        .routes(routes!(rules::withdraw))
        .routes(routes!(rules::facts, rules::state_facts))
        .routes(routes!(rules::check))
        .routes(routes!(rules::try_out))
        .routes(routes!(rules::history))
        .routes(routes!(rules::gray_cases))
        .routes(routes!(rules::exceptions))
        .routes(routes!(rules::withdraw_exception))
        .routes(routes!(handoffs::list))
        .routes(routes!(handoffs::propose))
        .routes(routes!(handoffs::my_work))
        .routes(routes!(handoffs::late_steps))
        .routes(routes!(handoffs::playbooks))
        .routes(routes!(handoffs::show))
        .routes(routes!(handoffs::act))
        .routes(routes!(handoffs::act_on_step))
        .routes(routes!(handoffs::act_on_brief))
        .routes(routes!(handoffs::add_evidence))
        .routes(routes!(notices::list))
        .routes(routes!(notices::read))
        .routes(routes!(mass::list, mass::start))
        .routes(routes!(mass::preview))
        .routes(routes!(mass::show))
        .routes(routes!(mass::cancel))
        .routes(routes!(mass::undo))
        .routes(routes!(customer_pages::list, customer_pages::create))
        .routes(routes!(customer_pages::revoke))
        .routes(routes!(customer_pages::show))
        .routes(routes!(customer_pages::answer))
        .routes(routes!(customer_pages::introduction))
        .routes(routes!(afterwards::report))
        .routes(routes!(afterwards::show))
        .routes(routes!(afterwards::check))
        .routes(routes!(afterwards::rate))
        .routes(routes!(units::receivers))
        .routes(routes!(commitments::list))
        .routes(routes!(commitments::of_unit, commitments::create))
        .routes(routes!(commitments::act))
        .routes(routes!(attachments::read, attachments::withdraw))
        .routes(routes!(stakeholders::list))
        .routes(routes!(stakeholders::describe))
        .routes(routes!(readiness::list))
        .routes(routes!(readiness::state))
        .routes(routes!(staffing::questionnaire))
        .routes(routes!(staffing::competencies))
        .routes(routes!(staffing::mine))
        .routes(routes!(staffing::answer, staffing::take_back))
        .routes(routes!(staffing::wish))
        .routes(routes!(staffing::person))
        .routes(routes!(staffing::assess))
        .routes(routes!(staffing::plan))
        .routes(routes!(staffing::act))
        .routes(routes!(staffing::team))
        .routes(routes!(staffing::proposals, staffing::propose))
        .routes(routes!(staffing::show, staffing::change))
        .routes(routes!(staffing::adopt))
        .routes(routes!(staffing::alternatives))
        .routes(routes!(staffing::groups, staffing::given_groups))
        .routes(routes!(incentives::show))
        .routes(routes!(incentives::plans, incentives::write_plan))
        .routes(routes!(incentives::change_plan, incentives::drop_plan))
        .routes(routes!(incentives::approve_plan))
        .routes(routes!(incentives::check_plan))
        .routes(routes!(incentives::try_plan))
        .routes(routes!(incentives::calculate))
        .routes(routes!(incentives::close))
        .routes(routes!(incentives::statement))
        .routes(routes!(incentives::statement_csv))
        .routes(routes!(incentives::statement_xlsx))
        .routes(routes!(incentives::team))
        .routes(routes!(incentives::payments::unpaid))
        .routes(routes!(incentives::questions, incentives::ask))
        .routes(routes!(incentives::act))
        .routes(routes!(incentives::amortisation))
        .routes(routes!(units::decision))
        .routes(routes!(units::state_fact))
        .routes(routes!(units::except))
        .routes(routes!(company::settings, company::set_settings))
        .routes(routes!(company::work_calendar, company::set_work_calendar))
        .routes(routes!(company::rates, company::set_rates))
        .layer(DefaultBodyLimit::max(JSON_BYTES_MAX))
        .merge(
            OpenApiRouter::new()
                .routes(routes!(attachments::list, attachments::add))
                .layer(DefaultBodyLimit::max(ATTACHMENT_BYTES_MAX)),
        )
        .merge(
            OpenApiRouter::new()
                .routes(routes!(incentives::payments::enter))
                .routes(routes!(incentives::payments::preview))
                .layer(DefaultBodyLimit::max(ROWS_BYTES_MAX)),
        )
        .merge(
            OpenApiRouter::new()
                .routes(routes!(imports::upload))
                .layer(DefaultBodyLimit::max(UPLOAD_BYTES_MAX)),
        )
}

async fn other_method() -> Problem {
    let detail = "this address takes other methods: the header `allow` names them";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "Not this way", detail)
}

/// The document that describes every route.
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut document = OpenApiRouter::with_openapi(Document::openapi()).nest("/api/v1", api()).into_openapi();
    document.paths.paths.values_mut().for_each(name_operations);
    document
}

/// Functions are called `list` and `show` in every capability; an operation's id must be its own.
fn name_operations(item: &mut utoipa::openapi::PathItem) {
    let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
    for operation in operations.into_iter().flatten() {
        let tag = operation.tags.iter().flatten().next();
        if let Some((tag, id)) = tag.zip(operation.operation_id.as_ref()) {
            operation.operation_id = Some(format!("{tag}_{id}"));
        }
    }
}

/// All routes on a server.
pub fn router(server: Server) -> Router {
    let (api, _) = OpenApiRouter::with_openapi(Document::openapi()).nest("/api/v1", api()).split_for_parts();
    api.merge(operations::routes())
        .fallback(page::show)
        .method_not_allowed_fallback(other_method)
        .layer(from_fn(guard::same_site))
        .layer(from_fn(guard::headers))
        .layer(from_fn(guard::observe))
        .layer(CompressionLayer::new())
        .with_state(server)
}
