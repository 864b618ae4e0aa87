// Promises to the unit: each with its owner, gone through by giver and receiver, kept, or released by the customer.
import { Badge, Button, Group, Modal, Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import classes from "./handoffs.module.css";
import { PromiseForm } from "./PromiseForm";
import { PromiseNew } from "./PromiseNew";
import type { Commitment, Handoff, PromiseAct } from "./types";

/** The part. */
export function Promises({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const shared = useTranslation().t;
  const [isNew, setNew] = useState(false);
  const found = api.useQuery("get", "/api/v1/units/{id}/commitments", { params: { path: { id: handoff.unit.id } } });
  const items = found.data?.items as Commitment[] | undefined;
  const add = handoff.parties.length === 0 ? undefined : (
    <Button size="xs" variant="default" onClick={() => setNew(true)}>
      {t("promises.new")}
    </Button>
  );
  return (
    <Panel title={t("part.promises")} lead={t("promises.lead")} act={add} flush>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {items === undefined ? found.isError ? null : <Skeleton height={120} /> : items.length === 0 ? (
        <Text size="sm" c="dimmed" className={classes.pad}>
          {t("promises.none")}
        </Text>
      ) : (
        <ul className={classes.lines}>
          {items.map((one) => (
            <One key={one.id} one={one} handoff={handoff} />
          ))}
        </ul>
      )}
      <Modal opened={isNew} onClose={() => setNew(false)} title={t("promises.new")} closeButtonProps={{ "aria-label": shared("close") }} centered>
        <PromiseNew handoff={handoff} onDone={() => setNew(false)} />
      </Modal>
    </Panel>
  );
}

function One({ one, handoff }: { one: Commitment; handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  const [form, setForm] = useState<PromiseAct["act"] | undefined>(undefined);
  const { promise, state, walked_in } = one.commitment;
  const isOpen = state === "open";
  const isWalked = walked_in.includes(handoff.id);
  const mayAct = isOpen && handoff.parties.length > 0 && form === undefined;
  return (
    <li className={classes.line} aria-label={promise.what}>
      <div className={classes.lineMain}>
        <Text size="sm" fw={550}>
          {promise.what}
        </Text>
        <Text size="sm" c="dimmed">
          {[t("promise.about", { to: promise.to, owner: one.owner.name }), promise.due === null ? "" : date(promise.due)].filter(Boolean).join(" · ")}
        </Text>
        <Text size="sm" c="dimmed">
          {t("promise.source", { form: t(`form.${promise.form}`), place: promise.place })}
        </Text>
        {form === undefined ? null : <PromiseForm key={form} kind={form} one={one} handoff={handoff} onDone={() => setForm(undefined)} />}
      </div>
      <Group gap={6} className={classes.lineAside}>
        {one.orphan ? <Badge variant="outline" size="sm" className={classes.badge} data-tone="caution">{t("promise.orphan")}</Badge> : null}
        {one.overdue ? <Badge variant="outline" size="sm" className={classes.badge} data-tone="caution">{t("promise.overdue")}</Badge> : null}
        <Badge variant="outline" size="sm" className={classes.badge} data-tone={isOpen && !isWalked ? "caution" : "good"}>
          {isOpen ? t(isWalked ? "promise.walked" : "promise.not_walked") : t(`promise.state.${state}`)}
        </Badge>
        {mayAct ? (
          <>
            {isWalked ? null : (
              <Button size="compact-sm" variant="default" aria-label={t("promise.walk.of", { name: promise.what })} onClick={() => setForm("walk")}>
                {t("promise.act.walk")}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" color="gray" className={classes.override} onClick={() => setForm("keep")}>
              {t("promise.act.keep")}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" className={classes.override} onClick={() => setForm("release")}>
              {t("promise.act.release")}
            </Button>
          </>
        ) : null}
      </Group>
    </li>
  );
}
