// A section of the brief: each field with its lines and their marks, written, confirmed or waived where it stands.
import { Button, Group, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../shared/format";
import { Panel } from "../shared/Panel";
import { ProblemAlert } from "../shared/ProblemAlert";
import { BriefEdit } from "./BriefEdit";
import type { Known, SectionView } from "./briefs";
import classes from "./handoffs.module.css";
import { useBriefAct } from "./sends";
import type { Handoff, Line } from "./types";
import { useSaid } from "./words";

/** The section; `isBare` where nothing is known of it and it stands in a panel with others. */
export function BriefSection({ section, handoff, isBare = false }: { section: SectionView; handoff: Handoff; isBare?: boolean }) {
  const { share } = useFormats();
  const said = useSaid();
  const title = said(section.title);
  return (
    <div id={`brief-${section.section}`} className={classes.section}>
      {isBare ? (
        <section aria-label={title} className={classes.bare}>
          <Title order={3}>{title}</Title>
          <Fields section={section} handoff={handoff} isBare />
        </section>
      ) : (
        <Panel title={title} act={<Text size="sm" c="dimmed" className="figures">{share(section.complete_bp / 10_000)}</Text>} flush>
          <Fields section={section} handoff={handoff} />
        </Panel>
      )}
    </div>
  );
}

function Fields({ section, handoff, isBare = false }: { section: SectionView; handoff: Handoff; isBare?: boolean }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const [added, setAdded] = useState<string | undefined>(undefined);
  const mayWrite = handoff.brief_acts.includes("write");
  const opened = section.untold.find(({ spec }) => spec.field === added);
  return (
    <>
      <ul className={classes.fields}>
        {section.told.map((known) => (
          <Field key={known.spec.field} known={known} handoff={handoff} mayWrite={mayWrite} />
        ))}
        {opened === undefined ? null : <Field key={opened.spec.field} known={opened} handoff={handoff} mayWrite={mayWrite} isOpened onClose={() => setAdded(undefined)} />}
      </ul>
      {section.untold.length === 0 ? null : (
        <div className={classes.untold}>
          {isBare ? null : (
            <Text size="xs" c="dimmed">
              {t("brief.untold")}
            </Text>
          )}
          {section.untold.filter((known) => known !== opened).map(({ spec }) =>
            mayWrite ? (
              <Button key={spec.field} size="compact-xs" variant="default" onClick={() => setAdded(spec.field)} aria-label={t("brief.write.of", { field: said(spec.title) })}>
                {said(spec.title)}
              </Button>
            ) : (
              <Text key={spec.field} size="xs" c="dimmed">
                {said(spec.title)}
              </Text>
            ),
          )}
        </div>
      )}
    </>
  );
}

interface FieldProps {
  known: Known;
  handoff: Handoff;
  mayWrite: boolean;
  isOpened?: boolean;
  onClose?: () => void;
}

function Field({ known: { spec, entry, isAwaited }, handoff, mayWrite, isOpened = false, onClose }: FieldProps) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const [isEdited, setEdited] = useState(isOpened);
  const { send, isPending, error } = useBriefAct(handoff, () => undefined);
  const title = said(spec.title);
  const toConfirm = entry?.is === "known" && entry.lines.some((line) => line.mark === "to_confirm");
  const close = () => {
    setEdited(false);
    onClose?.();
  };
  return (
    <li className={classes.field} data-awaited={isAwaited || undefined} aria-label={title}>
      <div className={classes.fieldHead}>
        <Title order={3}>{title}</Title>
        {mayWrite && !isEdited ? (
          <Group gap={4} wrap="nowrap">
            {toConfirm ? (
              <Button size="compact-xs" variant="light" loading={isPending} aria-label={t("brief.confirm.of", { field: title })} onClick={() => send({ act: "confirm", field: spec.field }, t("brief.confirmed"))}>
                {t("brief.confirm")}
              </Button>
            ) : null}
            <Button size="compact-xs" variant="subtle" color="gray" className={classes.override} aria-label={t("brief.write.of", { field: title })} onClick={() => setEdited(true)}>
              {t("brief.write")}
            </Button>
          </Group>
        ) : null}
      </div>
      {entry === undefined ? (
        <Text size="sm" className={isAwaited ? classes.caution : undefined}>
          {t("brief.awaited")}
        </Text>
      ) : entry.is === "known" ? (
        <ul className={classes.linesOf}>
          {entry.lines.map((line, index) => (
            <LineOf key={index} line={line} people={handoff.people} />
          ))}
        </ul>
      ) : (
        <Text size="sm">
          {t("brief.waived", { reason: entry.reason })} <Source by={handoff.people.find(({ id }) => id === entry.by)?.name} on={entry.on} />
        </Text>
      )}
      <ProblemAlert error={error} />
      {isEdited ? <BriefEdit spec={spec} entry={entry} handoff={handoff} onDone={close} onCancel={close} /> : null}
    </li>
  );
}

function LineOf({ line, people }: { line: Line; people: Handoff["people"] }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  return (
    <li className={classes.lineOf}>
      <span className={classes.lineText}>{said(line.text)}</span>{" "}
      <span className={classes.mark} data-mark={line.mark}>
        {t(`mark.${line.mark}`)}
      </span>{" "}
      <Source by={line.by === null ? undefined : people.find(({ id }) => id === line.by)?.name} on={line.on} />
    </li>
  );
}

/** Who stands for it, and from which day it is. */
function Source({ by, on }: { by: string | undefined; on: string }) {
  const { t } = useTranslation("handoffs");
  const { date } = useFormats();
  return <span className={classes.source}>{by === undefined ? date(on) : t("brief.source", { name: by, day: date(on) })}</span>;
}
