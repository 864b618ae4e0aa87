// What can be done now: the next act first, the others behind it, and why something cannot be done yet.
import { Button, Group, Menu, Modal, Text } from "@mantine/core";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../shared/Panel";
import { ActForm } from "./ActForm";
import classes from "./handoffs.module.css";
import { nextActs } from "./next";
import type { ActKind, Handoff } from "./types";
import { useSaid } from "./words";

/** The panel. */
export function Now({ handoff }: { handoff: Handoff }) {
  const { t } = useTranslation("handoffs");
  const said = useSaid();
  const shared = useTranslation().t;
  const [opened, setOpened] = useState<ActKind | undefined>(undefined);
  const close = () => setOpened(undefined);
  const { first, more, closed } = nextActs(handoff);
  const { state } = handoff.handoff;
  const looksOn = handoff.parties.length === 0;
  return (
    <Panel title={t("now")} lead={t(`now.${state}`)}>
      {looksOn ? <Text size="sm" c="dimmed">{t("now.looks_on")}</Text> : null}
      {first.length + more.length === 0 ? null : (
        <Group gap="xs">
          {first.map((act, index) => (
            <Button key={act} size="sm" variant={index === 0 ? "filled" : "default"} onClick={() => setOpened(act)}>
              {t(`act.${act}`)}
            </Button>
          ))}
          {more.length === 0 ? null : <More acts={more} isAlone={first.length === 0} onChoose={setOpened} />}
        </Group>
      )}
      {closed.map((one) => (
        <div key={one.act} className={classes.closed}>
          <Text size="sm" fw={550}>
            {t(`act.${one.act}`)}
          </Text>
          <Text size="sm" c="dimmed">
            {one.act === "transfer" ? t("now.gates") : said(one.said)}
          </Text>
        </div>
      ))}
      {first.length + more.length + closed.length === 0 && !looksOn ? (
        <Text size="sm" c="dimmed">
          {t("now.nothing")}
        </Text>
      ) : null}
      <Modal opened={opened !== undefined} onClose={close} title={opened === undefined ? "" : t(`act.${opened}`)} closeButtonProps={{ "aria-label": shared("close") }} centered>
        {opened === undefined ? null : <ActForm key={opened} kind={opened} handoff={handoff} onDone={close} onCancel={close} />}
      </Modal>
    </Panel>
  );
}

function More({ acts, isAlone, onChoose }: { acts: readonly ActKind[]; isAlone: boolean; onChoose: (act: ActKind) => void }) {
  const { t } = useTranslation("handoffs");
  return (
    <Menu position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <Button size="sm" variant={isAlone ? "default" : "subtle"} rightSection={<ChevronDown size={14} aria-hidden />}>
          {t("now.more")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {acts.map((act) => (
          <Menu.Item key={act} onClick={() => onChoose(act)}>
            {t(`act.${act}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
