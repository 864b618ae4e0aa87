// Why somebody sits where: every role aspect by aspect, what another would cost and who would change with it, and deciding the role.
import { Divider, Modal, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../api/client";
import { useFormats } from "../shared/format";
import { ProblemAlert } from "../shared/ProblemAlert";
import { Aspects } from "./Aspects";
import { locksOf, useChange } from "./change";
import classes from "./staffing.module.css";
import { type Option, type Placed, type Proposal, ROLES, useRoles } from "./types";

/** The dialogue. */
export function Why({ proposal, option, placed, onClose }: { proposal: Proposal; option: Option; placed: Placed; onClose: () => void }) {
  const { t } = useTranslation("staffing");
  const shared = useTranslation().t;
  const roles = useRoles();
  const change = useChange(proposal, t("why.locked"), onClose);
  const wanted = ROLES.filter((role) => (proposal.seats[role] ?? 0) > 0);
  const open = proposal.adopted === null || proposal.adopted === undefined;
  return (
    <Modal opened onClose={onClose} title={t("why.title", { name: placed.seller.name })} closeButtonProps={{ "aria-label": shared("close") }} centered size="lg">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("why.lead")}
        </Text>
        <div>
          <Aspects placed={placed} />
        </div>
        <Divider />
        <Text fw={600} size="sm">
          {t("why.others")}
        </Text>
        {placed.locked === null || placed.locked === undefined ? <Others proposal={proposal} option={option} placed={placed} /> : <Text size="sm">{t("why.fixed")}</Text>}
        {open ? (
          <Select
            label={t("why.lock")} allowDeselect={false} value={placed.locked ?? ""} disabled={change.isPending} comboboxProps={{ withinPortal: true }}
            data={[{ value: "", label: t("why.lock.none") }, ...wanted.map((role) => ({ value: role, label: roles(role) }))]}
            onChange={(role) => {
              const locks = { ...locksOf(proposal), [placed.seller.id]: role ?? "" };
              change.send({ seats: proposal.seats, weights: proposal.weights, locks: Object.fromEntries(Object.entries(locks).filter(([, locked]) => locked !== "")) });
            }}
          />
        ) : null}
        <ProblemAlert error={change.error} />
      </Stack>
    </Modal>
  );
}

function Others({ proposal, option, placed }: { proposal: Proposal; option: Option; placed: Placed }) {
  const { t } = useTranslation("staffing");
  const { number, list } = useFormats();
  const roles = useRoles();
  const query = { person: placed.seller.id, objective: option.objective };
  const found = api.useQuery("get", "/api/v1/staffing/proposals/{id}/alternatives", { params: { path: { id: proposal.id }, query } });
  const items = found.data?.items ?? [];
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Skeleton height={40} /> : null}
      {found.data !== undefined && items.length === 0 ? <Text size="sm">{t("why.only")}</Text> : null}
      <ul className={classes.list}>
        {items.map((other) => (
          <li key={other.role} className={classes.row}>
            <div className={classes.rowMain}>
              <Text size="sm">{other.cost <= 0 ? t("why.cost.none", { role: roles(other.role) }) : t("why.cost", { role: roles(other.role), points: number(other.cost) })}</Text>
              {other.others.length === 0 ? null : (
                <Text size="xs" c="dimmed">
                  {t("why.with", { names: list(other.others.map(({ name }) => name)) })}
                </Text>
              )}
            </div>
            {other.close ? (
              <Text size="xs" className={classes.caution ?? ""}>
                {t("why.close")}
              </Text>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
