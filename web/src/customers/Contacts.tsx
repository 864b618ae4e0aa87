// The people at the customer, and how to reach them.
import { Anchor, Badge, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Wire } from "../api/client";
import { Panel } from "../shared/Panel";
import classes from "./customers.module.css";
import { useWords } from "./words";

type Contact = Wire["ContactView"];

/** The contacts. */
export function Contacts({ customer }: { customer: Wire["CustomerView"] }) {
  const { t } = useTranslation("customers");
  return (
    <Panel title={t("contacts")} {...(customer.contacts.length === 0 ? { lead: t("contacts.none"), flush: true } : {})}>
      <ul className={classes.plain}>
        {customer.contacts.map((contact) => (
          <Person key={contact.id} contact={contact} hasUnits={customer.units.length > 1} />
        ))}
      </ul>
    </Panel>
  );
}

function Person({ contact, hasUnits }: { contact: Contact; hasUnits: boolean }) {
  const { contactRole } = useWords();
  const about = [contact.title, hasUnits ? contact.unit?.name : undefined].filter(Boolean).join(" · ");
  return (
    <li>
      <Group gap={8} justify="space-between">
        <Text size="sm" fw={550}>
          {contact.name}
        </Text>
        {contact.role ? (
          <Badge variant="outline" tt="none" size="sm">
            {contactRole(contact.role)}
          </Badge>
        ) : null}
      </Group>
      {about === "" ? null : (
        <Text size="xs" c="dimmed">
          {about}
        </Text>
      )}
      <Group gap="md" mt={2}>
        {contact.email ? (
          <Anchor size="xs" href={`mailto:${encodeURIComponent(contact.email).replace("%40", "@")}`} style={{ overflowWrap: "anywhere" }}>
            {contact.email}
          </Anchor>
        ) : null}
        {contact.phone ? (
          <Anchor size="xs" href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`} className="figures">
            {contact.phone}
          </Anchor>
        ) : null}
      </Group>
    </li>
  );
}
