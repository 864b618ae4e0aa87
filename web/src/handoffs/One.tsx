// One handoff: where it stands, what can be done now, what holds it, and its parts: steps, brief, promises, what moves, people, history.
import { Skeleton, Text } from "@mantine/core";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import ChevronLeft from "lucide-react/icons/chevron-left";
import SearchX from "lucide-react/icons/search-x";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { isStatus } from "../api/problem";
import { EmptyState } from "../shared/EmptyState";
import { Page } from "../shared/Page";
import { ProblemAlert } from "../shared/ProblemAlert";
import { useMe } from "../shell/useMe";
import room from "../shared/rooms.module.css";
import { Afterwards } from "./Afterwards";
import { Brief } from "./Brief";
import { CustomerSide } from "./CustomerSide";
import { Gates } from "./Gates";
import classes from "./handoffs.module.css";
import { Head } from "./Head";
import { History } from "./History";
import { Moves } from "./Moves";
import { Now } from "./Now";
import { People } from "./People";
import { Promises } from "./Promises";
import { StepList } from "./StepList";
import type { Handoff } from "./types";
import { unitOf } from "./words";

const PARTS = { steps: StepList, brief: Brief, promises: Promises, moves: Moves, people: People, customer: CustomerSide, afterwards: Afterwards, history: History } as const;
type Part = keyof typeof PARTS;

/** The page. */
export function One() {
  const { t } = useTranslation("handoffs");
  const { id } = useParams({ strict: false }) as { id: string };
  const found = api.useQuery("get", "/api/v1/handoffs/{id}", { params: { path: { id } } });
  if (isStatus(found.error, 404) || isStatus(found.error, 400)) return <Unknown />;
  const handoff = found.data as unknown as Handoff | undefined;
  return (
    <Page title={handoff?.customer.name ?? t("handoff")} lead={handoff === undefined ? <Skeleton height={16} width={320} my={4} /> : <About handoff={handoff} />} above={<Back />}>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {handoff === undefined ? found.isPending ? <Skeleton height={420} radius={12} /> : null : <Whole key={handoff.id} handoff={handoff} />}
    </Page>
  );
}

function Whole({ handoff }: { handoff: Handoff }) {
  const search = useSearch({ strict: false }) as { part?: string };
  const part: Part = search.part !== undefined && search.part in PARTS ? (search.part as Part) : "steps";
  const Shown = PARTS[part];
  return (
    <div className={classes.one} data-part={part}>
      <Head handoff={handoff} />
      <div className={classes.next}>
        <Now handoff={handoff} />
      </div>
      <div className={classes.parts}>
        <Parts at={part} handoff={handoff} />
        <Shown handoff={handoff} />
      </div>
      <div className={classes.hold} id="gates">
        <Gates handoff={handoff} />
      </div>
    </div>
  );
}

function Parts({ at, handoff }: { at: Part; handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  return (
    <nav className={room.pages} aria-label={t("parts")}>
      {(Object.keys(PARTS) as Part[]).map((part) => (
        <Link
          key={part} to={`/handoffs/${handoff.id}`} search={{ part } as never} className={room.page} aria-current={part === at ? "page" : undefined} resetScroll={false}
          replace
        >
          {t(`part.${part}`)}
        </Link>
      ))}
    </nav>
  );
}

function About({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const opens = useOpensCustomer(handoff);
  const unit = unitOf(handoff);
  const way = t("from_to", { from: handoff.giver.name, to: handoff.receiver?.name ?? t("receiver.none") });
  return (
    <Text c="dimmed" component="div" className={classes.about}>
      {[unit, way].filter(Boolean).join(" · ")}
      {opens ? (
        <Link to={`/customers/${handoff.customer.id}`} className={classes.aboutLink}>
          {t("customer.open")}
        </Link>
      ) : null}
    </Text>
  );
}

/** Whether the record of the customer is the reader's to open: everybody's who takes part until it is over, then the owner's side. */
function useOpensCustomer({ handoff, parties }: Handoff): boolean {
  const { role } = useMe();
  const isOver = ["settled", "declined", "cancelled"].includes(handoff.state);
  if (["admin", "operations", "viewer"].includes(role) || !isOver) return true;
  const side = handoff.transferred_on === null ? ["giver", "giving_manager"] : ["receiver", "receiving_manager"];
  return parties.some((party) => side.includes(party));
}

function Back() {
  const { t } = useTranslation("handoffs");
  return (
    <Link to="/handoffs/all" className={classes.back}>
      <ChevronLeft size={15} aria-hidden />
      {t("page.all")}
    </Link>
  );
}

function Unknown() {
  const { t } = useTranslation("handoffs");
  return (
    <Page title={t("handoff")} above={<Back />}>
      <EmptyState icon={SearchX} title={t("unknown")} text={t("unknown.text")} act={{ label: t("page.work"), to: "/handoffs" }} />
    </Page>
  );
}
