// The units: what each is worth, could be worth, and who owns it now.
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { type Column, DataTable } from "../shared/DataTable";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { Amount } from "../shared/values";
import classes from "./customers.module.css";

type Unit = Wire["UnitView"];

/** The units of a customer. */
export function Units({ customer }: { customer: Wire["CustomerView"] }) {
  const { t } = useTranslation("customers");
  const columns: Column<Unit>[] = [
    { id: "unit", header: t("unit"), cell: (unit) => unit.name, sort: (unit) => unit.name },
    { id: "owner", header: t("owner.now"), cell: (unit) => unit.owner?.name ?? t("owner.none"), sort: (unit) => unit.owner?.name },
    { id: "arr", header: t("arr"), cell: (unit) => <Amount value={unit.arr} />, sort: (unit) => ({ decimal: unit.arr.amount }), align: "end" },
    {
      id: "potential",
      header: t("potential"),
      cell: (unit) => <Amount value={unit.potential} />,
      sort: (unit) => (unit.potential ? { decimal: unit.potential.amount } : null),
      align: "end",
    },
    { id: "penetration", header: t("penetration"), cell: (unit) => <Penetration value={unit.penetration} />, sort: (unit) => unit.penetration },
  ];
  return (
    <Panel title={t("units")} lead={t("units.lead")} flush>
      <DataTable label={t("units")} rows={customer.units} columns={columns} rowKey={(unit) => unit.id} empty={null} />
    </Panel>
  );
}

/** How full a unit is; the bar says nothing that the number does not. */
function Penetration({ value }: { value: number | null | undefined }) {
  const { t } = useTranslation("customers");
  const { share } = useFormats();
  if (value === null || value === undefined) return <>{t("potential.unknown")}</>;
  return (
    <span className={classes.meter}>
      <span className={classes.meterTrack} aria-hidden>
        <span className={classes.meterFill} style={{ width: `${Math.min(value, 1) * 100}%` }} />
      </span>
      <span className="figures">{share(value)}</span>
    </span>
  );
}
