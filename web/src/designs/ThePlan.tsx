// The plan that counts: what was decided, by whom and why, and what is then expected.
import { Anchor, Button, Group, Modal, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { Figure, Figures } from "../shared/Figure";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { toastDone } from "../shared/toast";
import classes from "./designs.module.css";
import { FanPicture } from "./Fans";
import type { TakenPlan } from "./types";
import { isOneRole, useDesignWords } from "./words";

/** The panel. */
export function ThePlan({ plan, currency, mayDecide }: { plan: TakenPlan; currency: string; mayDecide: boolean }) {
  const { t } = useTranslation("designs");
  const { date, number, share } = useFormats();
  const { money, team, timing } = useDesignWords(currency);
  const { expected } = plan;
  const spread = (measure: string) => expected.spreads.find((each) => each.measure === measure)?.band;
  const last = (measure: string) => expected.fans.find((fan) => fan.measure === measure)?.bands.at(-1);
  const between = (band: number[] | undefined, write: (value: number) => string) => (band === undefined ? undefined : t("plan.between", { low: write(band[0] ?? 0), high: write(band[4] ?? 0) }));
  const years = number((plan.weeks.at(-1) ?? 0) / 52, 1);
  const figure = (label: string, band: number[] | undefined, write: (value: number) => string) => <Figure label={label} value={band === undefined ? "–" : write(band[2] ?? 0)} period={between(band, write)} />;
  return (
    <Panel title={t("plan")} lead={t("plan.lead", { name: plan.name, day: date(plan.from), by: plan.by })} act={mayDecide ? <Withdraw id={plan.id} /> : undefined}>
      <Text size="sm">{t("plan.what", { team: team(expected.team), timing: timing(expected.weeks, isOneRole(expected.team)) })}</Text>
      {plan.because === "" ? null : <Text size="sm" mt={4}>{t("plan.said", { because: plan.because })}</Text>}
      <Text size="sm" mt="md" mb="xs" fw={600}>{t("plan.expected", { years })}</Text>
      <Figures>
        {figure(t("side.arr_end"), last("arr"), (value) => money(value, "short"))}
        {figure(t("side.logos"), last("won"), (value) => number(value))}
        {figure(t("spreads.grr"), spread("grr"), (value) => share(value, 1))}
        {figure(t("side.cost"), last("cost"), (value) => money(value, "short"))}
      </Figures>
      <div className={classes.planFan}>
        <FanPicture measure="arr" title={t("fan.arr")} weeks={plan.weeks} plans={[expected]} write={(value) => money(value, "short")} />
      </div>
      <p className={classes.note}>{t("plan.how")}</p>
      <Anchor component={Link} to={`/decide/studies/${plan.study}`} size="sm">{t("plan.study")}</Anchor>
    </Panel>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useTranslation("designs");
  const shared = useTranslation().t;
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const withdraw = api.useMutation("post", "/api/v1/designs/plans/{id}/withdraw", {
    onSuccess: async () => {
      toastDone(t("plan.withdrawn"));
      setOpen(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpen(true)}>{t("plan.withdraw")}</Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t("plan.withdraw")} centered closeButtonProps={{ "aria-label": shared("close") }}>
        <Text size="sm">{t("plan.withdraw.text")}</Text>
        <ProblemAlert error={withdraw.error} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setOpen(false)}>{shared("cancel")}</Button>
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ params: { path: { id } } })}>{t("plan.withdraw")}</Button>
        </Group>
      </Modal>
    </>
  );
}
