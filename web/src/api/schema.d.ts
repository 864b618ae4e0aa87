// Made from ../openapi.json by `npm run api`; do not edit.
export interface paths {
    "/api/v1/alignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Alignments, the latest first */
        get: operations["alignments_list"];
        put?: never;
        /** Draft an alignment */
        post: operations["alignments_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An alignment: who has which part, what the data lack, how far it is, and its proposals */
        get: operations["alignments_show"];
        put?: never;
        post?: never;
        /** Delete a draft with all that was found */
        delete: operations["alignments_delete"];
        options?: never;
        head?: never;
        /** Change a draft */
        patch: operations["alignments_change"];
        trace?: never;
    };
    "/api/v1/alignments/{id}/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adopt a proposal from a day on */
        post: operations["alignments_adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel the solving that is going on */
        post: operations["alignments_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/challenges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Challenge a proposed move */
        post: operations["alignments_challenge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/challenges/{challenge}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a challenge: accepted, the unit is locked with its owner */
        post: operations["alignments_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/drift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is out of the band since an alignment was adopted, and which units are elsewhere */
        get: operations["alignments_drift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/proposals/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposal with its units, and what keeping each with its owner would cost */
        get: operations["alignments_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/proposals/{key}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lock, move or free units and pairs of a proposal, and solve the rest again at once */
        post: operations["alignments_work"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/proposals/{key}/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What adopting a proposal would do: handoffs, pairs, first owners, and what stands against it */
        get: operations["alignments_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/solve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Solve a draft: several proposals are found in the background */
        post: operations["alignments_solve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignments/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an adoption back before its day */
        post: operations["alignments_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/arr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recurring revenue by month, and how it moved */
        get: operations["arr_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keep what an attachment holds */
        get: operations["attachments_read"];
        put?: never;
        post?: never;
        /** Withdraw an attachment: nobody sees it any more, and the record keeps it */
        delete: operations["attachments_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open commitments of the sellers whose books one sees, the first due first */
        get: operations["commitments_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/commitments/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do an act with a commitment; twice is once */
        post: operations["commitments_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/stakeholder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what somebody at a customer is there for */
        put: operations["stakeholders_describe"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customers that one sees */
        get: operations["customers_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as CSV, safe to open in a spreadsheet program */
        get: operations["customers_export_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as a spreadsheet */
        get: operations["customers_export_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values to filter by, with how often each occurs */
        get: operations["customers_facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole record of a customer */
        get: operations["customers_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's activities, the latest first */
        get: operations["customers_activities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The attachments of a customer */
        get: operations["attachments_list"];
        put?: never;
        /** Attach a file of at most 20 MiB; the same file twice answers with the one that is there */
        post: operations["attachments_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's notes, the latest first */
        get: operations["customers_notes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/stakeholders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people of a customer */
        get: operations["stakeholders_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scenarios, and the latest comparisons and searches */
        get: operations["designs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/calibration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the company's record says of the parameters, and what it cannot tell */
        get: operations["designs_calibration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a scenario without keeping it */
        post: operations["designs_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every parameter of the model with its default */
        get: operations["designs_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take one of an answer's plans as the company's, in place of the one before */
        post: operations["designs_take_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/plans/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a plan back; the one before it counts again */
        post: operations["designs_withdraw_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a scenario */
        post: operations["designs_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a scenario */
        put: operations["designs_change"];
        post?: never;
        /** Delete a scenario; studies keep what they asked */
        delete: operations["designs_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/studies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a comparison or a search: it goes on in the background */
        post: operations["designs_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/studies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A comparison or search, how far it is, and its answer */
        get: operations["designs_study"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/studies/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a comparison or search that is going on */
        post: operations["designs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/designs/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Play scenarios on a few seeds at once, without keeping anything */
        post: operations["designs_try_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/diagnosis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the sellers are stretched, and how sure that is
         * @description Operations, administrators and viewers see the company, managers the team below them, sellers themselves in short.
         */
        get: operations["diagnosis_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Handoffs given or received by somebody whose book one sees, the latest first */
        get: operations["handoffs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/late-steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Steps whose day has passed, of everybody whose book one sees, the oldest first */
        get: operations["handoffs_late_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/mass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest runs of sellers whom one leads; of everybody for sales operations */
        get: operations["mass_list"];
        put?: never;
        /** Start a run of many handoffs */
        post: operations["mass_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/mass/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at what a mass handoff would do; nothing is written */
        post: operations["mass_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/mass/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run, unit by unit */
        get: operations["mass_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/mass/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a run that is going on; what has begun stays */
        post: operations["mass_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/mass/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a run back whole; a node does it in the background */
        post: operations["mass_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/my-work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one has to do, the first due first */
        get: operations["handoffs_my_work"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What all handoffs that one sees came to */
        get: operations["afterwards_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One handoff, whole */
        get: operations["handoffs_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do an act; twice is once */
        post: operations["handoffs_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/afterwards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything after the transfer */
        get: operations["afterwards_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do an act with the brief; twice is once */
        post: operations["handoffs_act_on_brief"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say how it goes 30, 60 or 90 days after the transfer; each once */
        post: operations["afterwards_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/customer-pages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pages and answers of a handoff */
        get: operations["customer_pages_list"];
        put?: never;
        /** Make a page for the customer; its key is shown only now */
        post: operations["customer_pages_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/customer-pages/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a page back: nobody reads it any more */
        delete: operations["customer_pages_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something that gates look at and the record does not hold */
        post: operations["handoffs_add_evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do an act with a step; twice is once */
        post: operations["handoffs_act_on_step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/handoffs/{id}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Rate the brief */
        put: operations["afterwards_rate"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest imports */
        get: operations["imports_list"];
        put?: never;
        /** Upload files and have them recognised */
        post: operations["imports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields of every object */
        get: operations["imports_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import, with the progress of one that is going on */
        get: operations["imports_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an import that is going on; nothing of it is kept */
        post: operations["imports_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try the import and keep nothing */
        post: operations["imports_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which file holds what, and which column is which field */
        put: operations["imports_set_mapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What could not be read */
        get: operations["imports_problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import */
        post: operations["imports_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back all of an import */
        post: operations["imports_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What there is: the plans in force, periods, and what the reader may do */
        get: operations["incentives_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/amortisation.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Costs to obtain contracts, spread over their months (ASC 340-40, IFRS 15), as CSV */
        get: operations["incentives_amortisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/calculate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute the open period up to today; twice changes nothing */
        post: operations["incentives_calculate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compute a period for the last time and close it: nothing is posted into it any more */
        post: operations["incentives_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring in events that the record does not hold, such as payments; nothing is kept unless every row fits */
        post: operations["incentives_enter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/events/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What rows would bring about: what each is matched with and makes payable, and what is refused with its place; nothing is kept */
        post: operations["incentives_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for customers' payments, the oldest first */
        get: operations["incentives_unpaid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of all plans, the latest first; drafts are for those who write plans */
        get: operations["incentives_plans"];
        put?: never;
        /** Write a draft of a plan */
        post: operations["incentives_write_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/plans/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a plan without keeping it */
        post: operations["incentives_check_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/plans/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a plan would have paid over the last two years, beside the plans in force for the same people */
        post: operations["incentives_try_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/plans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a draft; a plan that was approved is never edited */
        put: operations["incentives_change_plan"];
        post?: never;
        /** Drop a draft, or withdraw an approved version that has not come into force */
        delete: operations["incentives_drop_plan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/plans/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve a draft: from its effective day on it pays */
        post: operations["incentives_approve_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions about lines that the reader sees: what waits for an answer first, then the latest */
        get: operations["incentives_questions"];
        put?: never;
        /** Ask about a line of the own statement */
        post: operations["incentives_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/questions/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reply to a question, propose, approve or decline an adjustment */
        post: operations["incentives_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A statement: every line with the deal and the rule in words */
        get: operations["incentives_statement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/statement.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A statement as CSV */
        get: operations["incentives_statement_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/statement.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A statement as a spreadsheet */
        get: operations["incentives_statement_xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/incentives/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Totals of everybody whose statements the reader sees */
        get: operations["incentives_team"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interventions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Interventions that concern somebody whom one leads, the latest first */
        get: operations["interventions_list"];
        put?: never;
        /** Plan an intervention */
        post: operations["interventions_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interventions/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What can be chosen for a new intervention */
        get: operations["interventions_choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interventions/draw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw who begins and who is compared within teams, before anybody is trained, and keep the plan */
        post: operations["interventions_draw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interventions/pilot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How many people and months a pilot takes, by the company's own record; keeps nothing */
        post: operations["interventions_pilot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interventions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One intervention with what came of it */
        get: operations["interventions_show"];
        /** Change a plan that has not begun */
        put: operations["interventions_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/interventions/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin, judge or cancel an intervention, or open the question of splitting with it */
        post: operations["interventions_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["session_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change one's own name, language or password */
        patch: operations["session_change"];
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one was told, the latest first */
        get: operations["notices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that one has read these, or everything */
        post: operations["notices_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything at a glance */
        get: operations["overview_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/playbooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The playbooks that a handoff can be prepared with, with the days that they usually take */
        get: operations["handoffs_playbooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exchange rates */
        get: operations["company_rates"];
        /** Add or replace exchange rates */
        put: operations["company_set_rates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is stated of the sellers whom one sees */
        get: operations["readiness_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of the rules, the latest first */
        get: operations["rules_list"];
        put?: never;
        /** Adopt a document: it is in force from its effective day on */
        post: operations["rules_adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a document without keeping it */
        post: operations["rules_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people decided about units, the latest first */
        get: operations["rules_exceptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/exceptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw what was decided about a unit */
        delete: operations["rules_withdraw_exception"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The facts that conditions may ask for */
        get: operations["rules_facts"];
        put?: never;
        /** State facts of many units at once; nothing is kept unless every line fits */
        post: operations["rules_state_facts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/gray-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units about which the rules ask */
        get: operations["rules_gray_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a document would have said over the last 24 months */
        post: operations["rules_history"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/try": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a document would do to the book, and what differs from the version in force */
        post: operations["rules_try_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a version that has not come into force */
        delete: operations["rules_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came after the split against what was promised, and what needs somebody now */
        get: operations["scorecard_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scorecard/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say which plan was decided for: it is played from the book of that day, and what it lets expect is kept */
        put: operations["scorecard_promise"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sellers that one sees */
        get: operations["sellers_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sellers/{id}/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State whether a seller can do the work of a role */
        post: operations["readiness_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["session_sign_in"];
        /** Sign out */
        delete: operations["session_sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The company's settings */
        get: operations["company_settings"];
        /** Replace the company's settings */
        put: operations["company_set_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/work-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** On which days who works */
        get: operations["company_work_calendar"];
        /** Replace on which days who works */
        put: operations["company_set_work_calendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/competencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role must be able to do, with what others see at each level */
        get: operations["staffing_competencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether groups that the record knows fare differently, never of fewer than five people */
        get: operations["staffing_groups"];
        put?: never;
        /** The same for groups that are given; they are kept nowhere */
        post: operations["staffing_given_groups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/learning/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish, reopen or drop something to learn */
        post: operations["staffing_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own page: profile, competencies, learning plan, who looked, proposals that name one */
        get: operations["staffing_mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/me/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answer the questionnaire, with consent; earlier answers are replaced */
        put: operations["staffing_answer"];
        post?: never;
        /** Take the own answers back: nothing of them is left */
        delete: operations["staffing_take_back"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/me/wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what one wants, and a word to the own profile */
        put: operations["staffing_wish"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody's page, for those who lead the person; where it shows fit, the look is written down and the person sees it */
        get: operations["staffing_person"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/people/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what somebody can do; earlier words stay */
        post: operations["staffing_assess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/people/{id}/learning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Plan something to learn, for oneself or somebody whom one leads */
        post: operations["staffing_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Proposals about people whom the reader leads */
        get: operations["staffing_proposals"];
        put?: never;
        /** Propose who could have which role among those whom one leads; it is kept, and decides nothing */
        post: operations["staffing_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A proposal: who could sit where and why, what else it could be and costs, whom to hire; the look is written down */
        get: operations["staffing_show"];
        /** Solve a proposal again with other seats, weights and locks */
        put: operations["staffing_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/proposals/{id}/adoption": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write down that somebody decided; nobody's role changes by it */
        post: operations["staffing_adopt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/proposals/{id}/alternatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What every other role of one person would cost, and who would change with it */
        get: operations["staffing_alternatives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/questionnaire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questionnaire, with origin, licence and reliability of every scale */
        get: operations["staffing_questionnaire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staffing/team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody of whom the reader may see what they can do */
        get: operations["staffing_team"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the sellers' hours go */
        get: operations["time_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own report of a week */
        get: operations["time_reports"];
        put?: never;
        /** Report one's own week */
        post: operations["time_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules that say which time is what */
        get: operations["time_rules"];
        /** Replace the rules */
        put: operations["time_set_rules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own tokens */
        get: operations["users_tokens"];
        put?: never;
        /** Make a token for a program */
        post: operations["users_create_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's own tokens */
        delete: operations["users_revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/commitments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every commitment to a unit */
        get: operations["commitments_of_unit"];
        put?: never;
        /** Write down what was promised to a unit */
        post: operations["commitments_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be done with a unit, and why */
        get: operations["units_decision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/exceptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about a unit: where the rules ask, or against them */
        post: operations["units_except"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** State a fact of a unit that the record does not hold */
        post: operations["units_state_fact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/handoffs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a handoff */
        post: operations["handoffs_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who owned a unit on a day */
        get: operations["customers_owner_on"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units/{id}/receivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who should receive a unit, and why */
        get: operations["units_receivers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who may sign in */
        get: operations["users_list"];
        put?: never;
        /** Make a person who may sign in */
        post: operations["users_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a person */
        patch: operations["users_change"];
        trace?: never;
    };
    "/api/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own views of a page and those that others share */
        get: operations["views_list"];
        put?: never;
        /** Keep a view */
        post: operations["views_save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete one of one's own views */
        delete: operations["views_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/welcome/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the customer reads */
        get: operations["welcome_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/welcome/{key}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a few questions; the first answer counts */
        post: operations["welcome_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/welcome/{key}/introduction.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The first meeting as a calendar file */
        get: operations["welcome_introduction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A piece of a seller's time. */
        ActivityView: {
            category?: string | null;
            /** Format: date */
            date: string;
            id: string;
            kind?: string | null;
            /** Format: int64 */
            minutes?: number | null;
            seller?: string | null;
            subject?: string | null;
        };
        /** @description Everything after the transfer. */
        Afterwards: {
            /** @description What the customer answered. */
            answers: components["schemas"]["CustomerSaid"][];
            /** @description Checks that are due and to come, with their days. */
            checks: Record<string, never>;
            /** @description How much was lost on the way, in hundredths of a percent. */
            loss: Record<string, never>;
            /** @description Checks that were made. */
            made: components["schemas"]["MadeCheck"][];
            /** @description At 90, 180 and 365 days. */
            outcomes: components["schemas"]["OutcomeView"][];
            /**
             * Format: date
             * @description First day of the receiver's ownership; absent: nothing of this is known yet.
             */
            transferred?: string | null;
            /** @description How the receiver rates the brief; what the customer says of having to repeat things is among the answers. */
            verdict: Record<string, never>;
            /**
             * Format: int64
             * @description One more with every change of the verdict; 0 before the first.
             */
            verdict_version: number;
        };
        /** @description An alignment. */
        Alignment: components["schemas"]["AlignmentLine"] & {
            /** @description Why it cannot be solved as it is. */
            cannot?: Record<string, never> | null;
            /** @description What changed since it was solved; then a proposal cannot be adopted. */
            changed: components["schemas"]["AlignmentChanged"][];
            /** @description The currency of all amounts. */
            currency: string;
            /** @description Units that are locked. */
            locks: number;
            /** @description Whether the reader may say that a move is wrong. */
            may_challenge: boolean;
            /** @description Whether the reader may change it. */
            may_change: boolean;
            /** @description Everybody who could have a part, as far as the reader sees them. */
            people: components["schemas"]["AlignmentPart"][];
            /** @description What the data lack. */
            problems: components["schemas"]["AlignmentProblem"][];
            /** @description What can be chosen from. */
            proposals: components["schemas"]["AlignmentProposalLine"][];
            /** @description The company's constants. */
            rules: Record<string, never>;
            /** @description all or kept: which units it is about. */
            scope: string;
            /** @description By what customers can need them. */
            skill_choices: components["schemas"]["AlignmentSkillChoices"];
            /** @description Languages and skills. */
            skills: components["schemas"]["AlignmentSkill"][];
            solve?: components["schemas"]["AlignmentSolve"] | null;
            /**
             * Format: date
             * @description Today.
             */
            today: string;
            totals?: components["schemas"]["AlignmentTotals"] | null;
        };
        /** @description Something to do with units or hunters of a proposal. */
        AlignmentAct: {
            /** @enum {string} */
            act: "lock";
            /** @description Why. */
            reason: string;
            /** @description With whom. */
            seller?: string | null;
            /** @description Which. */
            units: string[];
        } | {
            /** @enum {string} */
            act: "unlock";
            /** @description Which. */
            units: string[];
        } | {
            /** @enum {string} */
            act: "pair";
            /** @description Who. */
            hunter: string;
            /** @description With whom. */
            manager: string;
            /** @description Why. */
            reason: string;
        } | {
            /** @enum {string} */
            act: "unpair";
            /** @description Whose. */
            hunter: string;
        };
        /** @description What adopting came to. */
        AlignmentAdopted: {
            /** @description Handoffs that were proposed. */
            handoffs: number;
        };
        /** @description What would happen. */
        AlignmentAdoption: {
            /**
             * Format: double
             * @description Their recurring revenue.
             */
            arr: number;
            /** @description Whether it lags behind its locks: then it cannot be adopted. */
            behind: boolean;
            /** @description What changed since it was solved: not empty, it cannot be adopted. */
            changed: components["schemas"]["AlignmentChanged"][];
            /** @description The currency of all amounts. */
            currency: string;
            /** @description Units that get their first owner on the day. */
            given: string[];
            /** @description Handoffs that would be proposed. */
            handoffs: number;
            /** @description By who gives and who receives, the largest first. */
            handovers: components["schemas"]["AlignmentHandovers"][];
            /** @description Account managers per hunter, at most. */
            interfaces: number;
            /** @description Challenges that nobody has answered. */
            open_challenges: number;
            /** @description Pairs from the day on. */
            pairs: components["schemas"]["AlignmentPair"][];
            /**
             * Format: int64
             * @description The version of the proposal.
             */
            proposal_version: number;
            /** @description Units that pass on in a handoff already: nothing is proposed for them. */
            under_way: string[];
            /**
             * Format: int64
             * @description The version of the alignment: adopting names it.
             */
            version: number;
        };
        /** @description What becomes of a challenge. */
        AlignmentAnswer: {
            /** @description Whether the unit stays with its owner. */
            accepts: boolean;
            /** @description The proposal that is worked on. */
            proposal: string;
            reason: string;
            /**
             * Format: int64
             * @description The version of the alignment that was read.
             */
            version: number;
        };
        /** @description A unit that is not where it was put. */
        AlignmentAstray: {
            /** @description Its customer. */
            customer: string;
            /** @description What people call it. */
            name: string;
            /** @description With whom it is. */
            now?: string | null;
            /** @description With whom it should be. */
            planned: string;
            /** @description Whether a handoff is on its way. */
            under_way: boolean;
        };
        /** @description What was said against a move. */
        AlignmentChallenge: {
            /** @description accepted or declined. */
            answer?: string | null;
            /** @description Why. */
            answer_reason?: string | null;
            /** @description By whom. */
            answered_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who says so. */
            by: string;
            /** @description The id. */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description Why it should not move. */
            reason: string;
            /** @description Which unit. */
            unit: string;
        };
        /** @description What to change of a draft; what is absent stays. */
        AlignmentChange: {
            name?: string | null;
            /** @description What people do, by seller: field, inside, hunter or aside. */
            parts?: Record<string, never>;
            /** @description All constants. */
            rules?: Record<string, never> | null;
            /** @description all or kept. */
            scope?: string | null;
            /** @description All languages and skills. */
            skills?: components["schemas"]["AlignmentSkillGiven"][] | null;
            /**
             * Format: int64
             * @description The version that was read.
             */
            version: number;
        };
        /** @description Something that changed since it was solved. */
        AlignmentChanged: {
            /** @description Of which unit or person; empty for rules and skills. */
            name: string;
            /** @description unit_new, unit_gone, owner, arr, potential, place, held, person_new, person_gone, person_changed, rules, skills or needs. */
            what: string;
        };
        /** @description A decision for a proposal. */
        AlignmentDecision: {
            because: string;
            /**
             * Format: date
             * @description From which day on it holds.
             */
            effective: string;
            proposal: string;
            /** Format: int64 */
            proposal_version: number;
            /**
             * Format: int64
             * @description The version of the alignment that was read.
             */
            version: number;
        };
        /** @description An alignment to draft. */
        AlignmentDraft: {
            name: string;
            /** @description all: every unit with recurring revenue; kept: those of account managers, and what hunters hand over. */
            scope: string;
        };
        /** @description All of it. */
        AlignmentDrift: {
            /** @description Units elsewhere, the first hundred. */
            astray: components["schemas"]["AlignmentAstray"][];
            /** @description How many there are. */
            astray_count: number;
            /** @description The currency of all amounts. */
            currency: string;
            /**
             * Format: date
             * @description Since when it holds.
             */
            effective: string;
            /** @description Units that have come since. */
            new_units: number;
            /** @description Everybody whom the reader sees, those outside first. */
            people: components["schemas"]["AlignmentDriftPerson"][];
            /**
             * Format: date
             * @description Today.
             */
            today: string;
        };
        /** @description An account manager since then. */
        AlignmentDriftPerson: {
            /** @description Hours a year as adopted, and now. */
            hours: number[];
            /** @description From where to where they should be. */
            hours_band: number[];
            /**
             * Format: date
             * @description Since when hours or potential are outside; none where they are inside.
             */
            outside_since?: string | null;
            /** @description Potential as adopted, and now. */
            potential: number[];
            /** @description From where to where it should be. */
            potential_band: number[];
            /** @description Who. */
            seller: components["schemas"]["Named"];
            /** @description Units as adopted, and now. */
            units: number[];
        };
        /** @description The figures of an alignment. */
        AlignmentFigures: {
            /**
             * Format: double
             * @description Their recurring revenue.
             */
            arr: number;
            /** @description Moved units with a close relationship to their owner. */
            broken: number;
            /** @description Units that had no owner. */
            given: number;
            /** @description Units that pass from hunters, or from others who keep none, to account managers. */
            handed: number;
            /**
             * Format: double
             * @description Their recurring revenue.
             */
            handed_arr: number;
            /** @description Hours of those outside their bands, before and after, as the mean distance from the target in shares of it. */
            imbalance: number[];
            /**
             * Format: double
             * @description Their recurring revenue after.
             */
            inside_arr: number;
            /** @description Units that could be served from inside and are not. */
            inside_left: number;
            /**
             * Format: double
             * @description What it is expected to lose: potential of units that want visits, and hours apart.
             */
            inside_loss: number;
            /**
             * Format: double
             * @description What serving them from inside saves a year against the nearest account manager in the field.
             */
            inside_saving: number;
            /** @description Units served from inside, before and after. */
            inside_units: number[];
            /** @description Account managers with whom a hunter deals, before and after: after, 1. */
            interfaces: number[];
            /** @description Kilometres a year, before and after. */
            km: number[];
            /** @description Units that pass from one account manager to another. */
            moved: number;
            /**
             * Format: double
             * @description Their recurring revenue.
             */
            moved_arr: number;
            /** @description Account managers outside the band of hours, before and after. */
            outside_hours: number[];
            /** @description Account managers outside the band of potential, before and after. */
            outside_potential: number[];
            /** @description Hunters who get another account manager than today's. */
            pairs_changed: number;
            /** @description Everybody. */
            people: components["schemas"]["AlignmentPerson"][];
            /** @description Units with somebody who lacks a language or skill that they need, before and after. */
            skills_lacking?: number[];
            /** @description Units that are aligned. */
            units: number;
        };
        /** @description Handoffs from one to another. */
        AlignmentHandovers: {
            /**
             * Format: double
             * @description Their recurring revenue.
             */
            arr: number;
            /** @description Who gives. */
            from: components["schemas"]["Named"];
            /** @description The units' names. */
            names: string[];
            /** @description By playbook: standard, small or remote. */
            playbooks: {
                [key: string]: number;
            };
            /** @description Who receives. */
            to: components["schemas"]["Named"];
            /** @description How many units. */
            units: number;
        };
        /** @description With whom a unit stays, and why. */
        AlignmentHeld: {
            /** @description lock, exception or handoff. */
            by: string;
            /** @description Why. */
            reason: string;
            /** @description Who locked it. */
            who?: string | null;
        };
        /** @description Amounts a year. */
        AlignmentKeeping: {
            /**
             * Format: double
             * @description The relationship that would not be parted: never above 0.
             */
            change: number;
            /**
             * Format: double
             * @description Served in the role that suits it less.
             */
            channel: number;
            /**
             * Format: double
             * @description Hours further outside the bands.
             */
            hours: number;
            /**
             * Format: double
             * @description Potential further outside the bands.
             */
            potential: number;
            /**
             * Format: double
             * @description Languages and skills that the owner lacks, less those that the other lacks.
             */
            skills: number;
            /**
             * Format: double
             * @description All of it.
             */
            total: number;
            /**
             * Format: double
             * @description Longer ways of the owner.
             */
            travel: number;
        };
        /** @description An alignment in short. */
        AlignmentLine: {
            /**
             * Format: date-time
             * @description When.
             */
            adopted_at?: string | null;
            /** @description Who adopted it. */
            adopted_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why. */
            because?: string | null;
            /** @description Who made it. */
            by: string;
            /**
             * Format: date
             * @description From which day on it holds.
             */
            effective?: string | null;
            /** @description The id. */
            id: string;
            /** @description Whether it is being solved. */
            is_running: boolean;
            /** @description What people call it. */
            name: string;
            /** @description Which proposal was adopted. */
            proposal?: string | null;
            /** @description Proposals to choose from. */
            proposal_count: number;
            /** @description draft or adopted. */
            state: string;
            /**
             * Format: int64
             * @description One more with every change.
             */
            version: number;
        };
        /** @description Somebody with a part and a place. */
        AlignmentNamedPart: components["schemas"]["Named"] & {
            /** @description Whether the pair is locked. */
            pair_locked: boolean;
            /** @description Of a hunter, the account manager. */
            paired?: string | null;
            /** @description field, inside, hunter or none of them: whoever has units and no part. */
            part?: string | null;
            /** @description Degrees north and east. */
            place?: number[] | null;
        };
        /** @description What is said against a move. */
        AlignmentObjection: {
            /** @description In which proposal it was seen. */
            proposal: string;
            reason: string;
            unit: string;
        };
        /** @description A hunter and the account manager. */
        AlignmentPair: {
            before?: components["schemas"]["Named"] | null;
            /** @description The hunter. */
            hunter: components["schemas"]["Named"];
            /** @description The account manager. */
            manager: components["schemas"]["Named"];
        };
        /** @description Somebody with a part in the alignment. */
        AlignmentPart: {
            /**
             * Format: double
             * @description Hours a year for customers.
             */
            capacity?: number | null;
            /** @description Who. */
            id: string;
            /** @description The name. */
            name: string;
            /** @description field, inside, hunter or aside. */
            part: string;
            /** @description Whether it is known where the person works. */
            placed: boolean;
            /** @description What the post says. */
            usual: string;
        };
        /** @description The figures of a person. */
        AlignmentPerson: {
            /** @description Recurring revenue before and after. */
            arr: number[];
            /** @description Hours a year before and after, new business included. */
            hours: number[];
            /** @description From where to where hours may be; the same twice for a hunter. */
            hours_band: number[];
            /** @description Who. */
            id: string;
            /** @description Kilometres a year before and after. */
            km: number[];
            /** @description The name. */
            name: string;
            /** @description Hunters whom the account manager is paired with, by name; of a hunter, the account manager. */
            paired: string[];
            /** @description field, inside or hunter. */
            part: string;
            /** @description Potential before and after. */
            potential: number[];
            /** @description From where to where potential may be. */
            potential_band: number[];
            /** @description Units before and after. */
            units: number[];
        };
        /** @description Something that the data lack. */
        AlignmentProblem: {
            /**
             * Format: double
             * @description Recurring revenue of the units.
             */
            arr: number;
            /** @description How many units, people or skills; hours a year for capacity. */
            count: number;
            /** @description The first of them: units with their customers' ids, people, or skills. */
            first: components["schemas"]["Named"][];
            /** @description owner, place, potential, time, segment, seller_place, seller_hours, capacity, skill_nobody or skill_unneeded. */
            lack: string;
        };
        /** @description A proposal. */
        AlignmentProposal: components["schemas"]["AlignmentProposalLine"] & {
            /**
             * Format: int64
             * @description The version of the alignment: changes name it.
             */
            alignment_version: number;
            /** @description What managers said against moves. */
            challenges: components["schemas"]["AlignmentChallenge"][];
            /** @description The currency of all amounts. */
            currency: string;
            /** @description Whether the reader may challenge. */
            may_challenge: boolean;
            /** @description Whether the reader may lock and move. */
            may_change: boolean;
            /** @description Everybody who is named, with what they do. */
            people: components["schemas"]["AlignmentNamedPart"][];
            /** @description The units that the reader sees. */
            units: components["schemas"]["AlignmentUnit"][];
        };
        /** @description A proposal with its figures, without its units. */
        AlignmentProposalLine: {
            /** @description Whether it does not follow every lock yet: solve it again. */
            behind: boolean;
            /** @description What it changes. */
            figures: components["schemas"]["AlignmentFigures"];
            /**
             * Format: double
             * @description How far from the best possible at most, as a share, with what counts in it.
             */
            gap: number;
            /** @description What counts more in it: balanced, even, near or steady. */
            key: string;
            /**
             * Format: int64
             * @description One more with every answer.
             */
            version: number;
        };
        /** @description A language or skill. */
        AlignmentSkill: {
            /** @description Customers in these countries need it, ... */
            countries: string[];
            /** @description ... those of these industries, ... */
            industries: string[];
            /** @description Account managers who have it, in the field and inside. */
            keepers: number;
            /** @description What people call it. */
            name: string;
            /** @description Sellers who have it, as far as the reader sees them. */
            people: string[];
            /** @description ... and those of these sizes: enterprise, middle or small. */
            segments: string[];
            /** @description Units that need it. */
            units: number;
        };
        /** @description By what customers can need a language or skill: what the record holds. */
        AlignmentSkillChoices: {
            /** @description Countries of customers. */
            countries: string[];
            /** @description Industries of customers. */
            industries: string[];
            /** @description Sizes of customers. */
            segments: string[];
        };
        /** @description A language or skill: who has it, and which customers need it, by any of what is named. */
        AlignmentSkillGiven: {
            countries?: string[];
            industries?: string[];
            name: string;
            /** @description Sellers. */
            people?: string[];
            /** @description enterprise, middle or small. */
            segments?: string[];
        };
        /** @description The work of finding proposals. */
        AlignmentSolve: {
            /** @description Who asked. */
            by: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at?: string | null;
            /** @description Why there is no answer. */
            error?: string | null;
            /**
             * Format: double
             * @description How far it is, 0 to 1.
             */
            share: number;
            /**
             * Format: date-time
             * @description When.
             */
            started_at: string;
            /** @description running, done, failed or cancelled. */
            state: string;
        };
        /** @description What is aligned, in sums. */
        AlignmentTotals: {
            /**
             * Format: double
             * @description Their recurring revenue.
             */
            arr: number;
            /**
             * Format: double
             * @description Hours a year that account managers have.
             */
            capacity: number;
            /**
             * Format: double
             * @description Hours a year that they take, with what hunters will hand over.
             */
            hours: number;
            /** @description Units that can be served by video and text chat. */
            inside_able: number;
            /** @description Of these, those whose customers want it so. */
            inside_wished: number;
            /** @description Units that stay with somebody who keeps none, by a decision. */
            left_out: number;
            /** @description Units. */
            units: number;
        };
        /** @description A unit. */
        AlignmentUnit: {
            /**
             * Format: double
             * @description Recurring revenue.
             */
            arr: number;
            /** @description kept, moved, handed or given. */
            change: string;
            /** @description wished, far, small_value: could be served from inside; wants_visits, large, near: by visits. */
            channel: string;
            /** @description Its customer. */
            customer: string;
            held?: components["schemas"]["AlignmentHeld"] | null;
            /**
             * Format: double
             * @description Hours a year.
             */
            hours: number;
            /** @description observed or segment. */
            hours_from: string;
            /** @description The hunter in whose pipeline it is. */
            hunter?: string | null;
            /** @description The id. */
            id: string;
            keeping?: components["schemas"]["AlignmentKeeping"] | null;
            /** @description Those of them that whoever would get it lacks. */
            lacks: string[];
            /** @description What people call it. */
            name: string;
            /** @description The languages and skills that it needs. */
            needs: string[];
            /** @description Who owns it. */
            owner?: string | null;
            /** @description Those of them that its owner lacks. */
            owner_lacks: string[];
            /** @description Degrees north and east. */
            place: number[];
            /** @description Whether the place is known. */
            place_known: boolean;
            /**
             * Format: double
             * @description What it could reach.
             */
            potential: number;
            /**
             * Format: double
             * @description How close the customer is to the owner, 0 to 1.
             */
            relationship: number;
            /** @description enterprise, middle or small. */
            segment: string;
            /** @description Who would. */
            to: string;
        };
        /** @description Why an adoption is taken back. */
        AlignmentWithdrawal: {
            reason: string;
            /**
             * Format: int64
             * @description The version that was read.
             */
            version: number;
        };
        /** @description Acts on a proposal; none only brings it up to date. */
        AlignmentWork: {
            acts: components["schemas"]["AlignmentAct"][];
            /**
             * Format: int64
             * @description The version of the alignment that was read.
             */
            version: number;
        };
        /** @description What came of it. */
        AlignmentWorked: {
            /** @description Units that go to somebody else than before, those acted on included. */
            changed: number;
            /**
             * Format: double
             * @description Seconds that it took.
             */
            seconds: number;
            /**
             * Format: int64
             * @description The version of the alignment now.
             */
            version: number;
        };
        /** @description All alignments. */
        Alignments: {
            /** @description The latest first. */
            items: components["schemas"]["AlignmentLine"][];
            /** @description Whether the reader may make and change them. */
            may_change: boolean;
        };
        /** @description An amount as decimal text beside its currency. */
        Amount: {
            /** @description Decimal text. */
            amount: string;
            /** @description ISO code. */
            currency: string;
        };
        /**
         * @description Whether it is so.
         * @enum {string}
         */
        Answer: "yes" | "no" | "not_distinguishable" | "not_enough_data";
        /** @description What the customer answers. */
        Answered: {
            /** @description What. */
            answer: components["schemas"]["CustomerAnswer"];
            /** @description before or after the change. */
            moment: components["schemas"]["Moment"];
        };
        /** @description Units and revenue by what is to be done with them. ARR is in whole units of the company's currency. */
        Answers: {
            /** @description To ask about. */
            ask: components["schemas"]["UnitsAndArr"];
            /** @description To hand off. */
            hand_off: components["schemas"]["UnitsAndArr"];
            /** @description To keep. */
            keep: components["schemas"]["UnitsAndArr"];
        };
        /** @description Recurring revenue of the books that one sees. */
        Arr: {
            cohort: components["schemas"]["Cohort"];
            /** @description Each currency by itself, where there are several. */
            currencies: components["schemas"]["ArrGroup"][];
            currency: string;
            groups: components["schemas"]["ArrGroup"][];
            grr: components["schemas"]["Retained"];
            left_out: components["schemas"]["LeftOutView"][];
            nrr: components["schemas"]["Retained"];
            /** Format: date */
            rates_as_of?: string | null;
            /** @description everything, team or own. */
            scope: string;
            /** @description How many sellers' books that are. */
            sellers: number;
        };
        /** @description The months of one group. The key is the id of a seller or customer, else the name; that of the total is `total`, without one it is empty. */
        ArrGroup: {
            key: string;
            label: string;
            months: components["schemas"]["ArrMonth"][];
            period?: components["schemas"]["ArrMonth"] | null;
        };
        /** @description One month; contraction and churn are positive losses. */
        ArrMonth: {
            churn: components["schemas"]["Amount"];
            contraction: components["schemas"]["Amount"];
            end: components["schemas"]["Amount"];
            expansion: components["schemas"]["Amount"];
            /** Format: int32 */
            lost_units: number;
            month: string;
            new: components["schemas"]["Amount"];
            /** Format: int32 */
            new_units: number;
            reactivation: components["schemas"]["Amount"];
            start: components["schemas"]["Amount"];
        };
        /** @description ARR at a month's end. */
        ArrPoint: {
            arr: components["schemas"]["Amount"];
            month: string;
        };
        /** @description A file that is attached. */
        AttachedFile: {
            /** @description The id. */
            id: string;
            /** @description Whether the same file was attached there already: then that one stays, and nothing is added. */
            was_there: boolean;
        };
        /** @description A file. */
        Attachment: {
            /** @description What somebody said about it. */
            about?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who attached it. */
            by: string;
            /**
             * Format: int64
             * @description How many bytes it holds.
             */
            bytes: number;
            /** @description The id. */
            id: string;
            /** @description Whether the reader may withdraw it. */
            may_withdraw: boolean;
            /** @description The kind of file, by the ending of its name. */
            media_type: string;
            /** @description What it is called. */
            name: string;
            unit?: components["schemas"]["Named"] | null;
        };
        /** @description Files of a customer. */
        Attachments: {
            /**
             * Format: int64
             * @description Most bytes that a file may hold.
             */
            file_bytes_max: number;
            /** @description The latest first. */
            items: components["schemas"]["Attachment"][];
            /** @description Whether the reader may attach one. */
            may_add: boolean;
        };
        /** @description Somebody who cannot receive it. */
        Barred: {
            /** @description Every reason. */
            reasons: Record<string, never>[];
            /** @description Who. */
            seller: components["schemas"]["Named"];
        };
        /** @description What a record tells of the parameters. */
        CalibratedScenario: {
            /** @description What the record without its last year would have said of that year, and what came. */
            backtest: components["schemas"]["PredictedCount"][];
            /** @description Every parameter, in the order of the table: measured or not. */
            estimates: components["schemas"]["EstimatedParameter"][];
        };
        /** @description A calibration. */
        Calibration: components["schemas"]["CalibratedScenario"] & {
            /**
             * Format: double
             * @description Their ARR in the company's currency, whole units.
             */
            arr: number;
            /**
             * Format: date
             * @description Nothing later was looked at.
             */
            as_of: string;
            /** @description The currency of all amounts. */
            currency: string;
            /** @description Customers who buy. */
            customers: number;
            /** @description What was found, as a scenario. */
            document: string;
            /** @description Parameters that the record tells. */
            measured: number;
            /** @description recorded: the record's own words; by_size: the record has none, so the size decides. */
            segments: string;
            /** @description What small, mid and enterprise customers are in the record, in this order. */
            sizes: components["schemas"]["CalibrationSize"][];
        };
        /** @description What small, mid and enterprise customers are in the record: by its own words, or else by potential from a bound on. */
        CalibrationSize: {
            /**
             * Format: double
             * @description The potential of a customer from which on it is one, in whole units of the company's currency; absent: by words, or from 0 on.
             */
            potential_from?: number | null;
            /** @description The record's words; none where it has too few of them. */
            words: string[];
        };
        /** @description What hangs on a unit. */
        Carrying: {
            /** @description How many records there are. */
            count: number;
            /** @description Those with which something is still to be done, each with what becomes of it. */
            open: components["schemas"]["OpenRecord"][];
            /** @description The others, by kind and reason. */
            staying: components["schemas"]["StayingRecords"][];
        };
        /** @description Who does which part in a handoff. */
        Cast: {
            /** @description giver, receiver, giving_manager, receiving_manager or operations. */
            role: string;
            /** @description The user. */
            user: string;
        };
        /** @description Recurring revenue lost a year beyond that of units alike in the field. */
        ChannelLoss: {
            /**
             * Format: double
             * @description As a share; below zero: won.
             */
            estimate: number;
            /**
             * Format: double
             * @description 95 % interval.
             */
            high: number;
            /**
             * Format: double
             * @description 95 % interval.
             */
            low: number;
        };
        /** @description What a check came to. */
        CheckedRules: {
            document?: components["schemas"]["RulesDocument"] | null;
            /** @description What is wrong; nothing where the document can be used. */
            faults: components["schemas"]["Fault"][];
            /** @description What is possible and probably not meant. */
            warnings: Record<string, never>[];
        };
        /** @description What there is to say of a document. */
        CheckedScenario: {
            /** @description Parameters that differ from the defaults. */
            changed: Record<string, never>;
            /** @description All that is wrong, each with its place; empty: it can be played. */
            problems: string[];
        };
        /** @description An act that the handoff is waiting for and that the reader cannot do now. */
        ClosedAct: {
            /** @description Which. */
            act: string;
            /** @description Why not, and what to do instead. */
            said: Record<string, never>;
        };
        /** @description Which units' retention is counted, and how. */
        Cohort: {
            /** @description What they have on the second day, growth included. NRR is its share of `start`. */
            end: components["schemas"]["Amount"];
            /**
             * Format: date
             * @description The day the units are chosen: all that had ARR on it.
             */
            from: string;
            /** @description What of that is still there: the smaller of first and now, unit by unit. GRR is its share of `start`. */
            kept: components["schemas"]["Amount"];
            /** @description Whether units that left and came back count. */
            reactivation_counts: boolean;
            /** @description What they had on the first day. */
            start: components["schemas"]["Amount"];
            /**
             * Format: date
             * @description The day they are looked at again.
             */
            to: string;
            units: number;
        };
        /** @description A column with its first cells and the field it is mapped to. */
        ColumnView: {
            field?: string | null;
            name: string;
            samples: string[];
        };
        /** @description A commitment. */
        Commitment: {
            /** @description The promise, its state, what it replaced, the handoffs in which it was gone through, and every act. */
            commitment: Record<string, never>;
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /** @description The id. */
            id: string;
            /** @description Whether its owner is not there any more: somebody else must see to it. */
            orphan: boolean;
            /** @description Whether it is owed and its day has passed. */
            overdue: boolean;
            /** @description Who sees to it. */
            owner: components["schemas"]["Named"];
            /** @description To which unit. */
            unit: components["schemas"]["Named"];
        };
        /** @description An act with a commitment. */
        CommitmentAct: {
            /** @description `{"act": "keep", "on": "2026-06-01", "evidence": "..."}` and so on: keep, change, release, rehome, walk. */
            act: Record<string, never>;
            /**
             * Format: int64
             * @description The version that was looked at.
             */
            version?: number | null;
        };
        /** @description Commitments. */
        Commitments: {
            /** @description The first due first; at most 1,000. */
            items: components["schemas"]["Commitment"][];
            /** @description Users by id, for the acts. */
            people: components["schemas"]["Named"][];
        };
        /** @description What the company is called and counts in. */
        CompanyView: {
            /** @description The currency of totals. */
            currency: string;
            /** @description The name. */
            name: string;
        };
        /** @description Scenarios side by side. */
        ComparedScenarios: {
            drivers?: components["schemas"]["StudyDrivers"] | null;
            /** @description In the order of the question. */
            plans: components["schemas"]["SimulatedScenario"][];
            runner_up?: components["schemas"]["StudyVerdict"] | null;
            verdict?: components["schemas"]["StudyVerdict"] | null;
            /** @description Last weeks of the fans' periods, counted from 1. */
            weeks: number[];
        };
        /** @description A person at the customer. */
        ContactView: {
            email?: string | null;
            id: string;
            name: string;
            phone?: string | null;
            role?: string | null;
            title?: string | null;
            unit?: components["schemas"]["Named"] | null;
        };
        /** @description What a hold keeps back, or what a fact is wanting for. */
        Count: {
            /**
             * Format: double
             * @description Whole units of the company's currency a year.
             */
            arr?: number | null;
            /** @description The hold or fact. */
            name: string;
            /**
             * Format: int64
             * @description Units.
             */
            units: number;
        };
        /** @description How much of the time the record knows about. */
        Coverage: {
            because: string;
            /** Format: double */
            hours_assumed: number;
            /** Format: double */
            hours_available: number;
            /** Format: double */
            hours_recorded: number;
            /** @description How far the shares can be trusted: none, thin (below 30 %), half (below 70 %) or most. */
            level: string;
            sellers: number;
            sellers_with_time: number;
            /** Format: double */
            share?: number | null;
            sources: components["schemas"]["SourceHours"][];
        };
        /** @description An id that was just given. */
        Created: {
            /** @description The id. */
            id: string;
        };
        /** @description What a customer answers. */
        CustomerAnswer: {
            /**
             * Format: int32
             * @description How confident the customer is, 1 to 5.
             */
            confidence: number;
            /** @description Whether the customer knew in time. */
            in_time?: boolean | null;
            /** @description Anything else. */
            note?: string | null;
            /** @description never, once or often: whether the customer had to say things again. */
            repeated?: string | null;
        };
        /** @description A page of a handoff, as those see it who work on it. */
        CustomerLink: {
            /** @description Who made it. */
            by: string;
            /**
             * Format: date-time
             * @description From when on nobody reads it.
             */
            expires: string;
            /** @description The id. */
            id: string;
            /** @description en or zh-Hant. */
            language: string;
            /**
             * Format: date-time
             * @description When.
             */
            made: string;
            /**
             * Format: date-time
             * @description When the customer first read it.
             */
            opened?: string | null;
            /**
             * Format: date-time
             * @description When somebody took it back.
             */
            revoked?: string | null;
        };
        /** @description What the customer reads. It holds nothing that is not meant for the customer. */
        CustomerPage: {
            asks?: components["schemas"]["Moment"] | null;
            /** @description What our company is called. */
            company: string;
            /** @description What the customer is called. */
            customer: string;
            /** @description Who has been there so far. */
            giver: string;
            /**
             * Format: date
             * @description The first meeting of all three.
             */
            introduction?: string | null;
            /** @description en or zh-Hant. */
            language: string;
            /** @description Who is coming. */
            receiver?: string | null;
            /** @description to_come, together or done. */
            stage: string;
            /**
             * Format: date
             * @description First day on which the one who is coming is responsible.
             */
            transfer?: string | null;
            /**
             * Format: date
             * @description Until when this page can be read.
             */
            until: string;
        };
        /** @description A customer in a list. */
        CustomerRow: {
            arr: components["schemas"]["Amount"];
            city?: string | null;
            country?: string | null;
            id: string;
            industry?: string | null;
            /** Format: date */
            last_activity?: string | null;
            name: string;
            /** Format: date */
            next_renewal?: string | null;
            /** Format: int64 */
            open_opportunities: number;
            owners: components["schemas"]["Named"][];
            segment?: string | null;
            /** Format: int64 */
            units: number;
        };
        /** @description What the customer answered. */
        CustomerSaid: {
            /** @description What. */
            answer: components["schemas"]["CustomerAnswer"];
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description before or after. */
            moment: components["schemas"]["Moment"];
        };
        /** @description Pages and answers of a handoff. */
        CustomerSide: {
            /** @description What the customer answered. */
            answers: components["schemas"]["CustomerSaid"][];
            /** @description The latest first. */
            links: components["schemas"]["CustomerLink"][];
        };
        /** @description The whole record of a customer. */
        CustomerView: {
            arr: components["schemas"]["Amount"];
            arr_history: components["schemas"]["ArrPoint"][];
            city?: string | null;
            contacts: components["schemas"]["ContactView"][];
            country?: string | null;
            id: string;
            industry?: string | null;
            name: string;
            /**
             * Format: date
             * @description The next day on which a subscription in force ends.
             */
            next_renewal?: string | null;
            opportunities: components["schemas"]["OpportunityView"][];
            parent?: components["schemas"]["Named"] | null;
            place?: components["schemas"]["PlaceView"] | null;
            postal_code?: string | null;
            region?: string | null;
            segment?: string | null;
            /**
             * Format: date
             * @description The day that all of this is as of.
             */
            today: string;
            units: components["schemas"]["UnitView"][];
        };
        /** @description What to decide about a unit. */
        Decided: {
            /** @description hand_off or keep. */
            answer: string;
            /** @description The rule whose question it answers; absent: it stands against the rules. */
            question?: string | null;
            /** @description Why. */
            reason: string;
            /**
             * Format: date
             * @description First day no longer.
             */
            until: string;
        };
        /** @description The plan that was decided for, where it counts from today or a day before. */
        DecidedPlan: {
            /**
             * Format: date
             * @description The day from which it counts.
             */
            from: string;
            /** @description What the decision called it. */
            name: string;
        };
        /** @description What to say of somebody at the customer. */
        DescribedStakeholder: {
            /** @description What the person wants to reach. */
            aim?: string | null;
            /** @description champion, economic_buyer, technical_admin, program_contact, daily_contact, renewal_owner, billing, detractor, user. */
            roles: string[];
            /** @description supporter, neutral, opponent or unknown. */
            stance: string;
            /** @description direct, analytical, personal, orderly or unknown. */
            style: string;
            /**
             * Format: int64
             * @description The version that was looked at; 0 where nobody has said anything yet.
             */
            version: number;
        };
        /** @description Everything there is to decide with. */
        Designs: {
            /** @description The currency of all amounts. */
            currency: string;
            /** @description Whether the reader may change scenarios and start studies. */
            may_change: boolean;
            /** @description Whether the reader may take a plan or take it back. */
            may_decide: boolean;
            /** @description Plans that were decided for, the latest first. */
            plans: components["schemas"]["SalesPlan"][];
            /** @description In the order in which they were made. */
            scenarios: components["schemas"]["Scenario"][];
            /** @description The latest first. */
            studies: components["schemas"]["StudyShort"][];
        };
        /** @description A diagnosis as far as the actor may see it; what concerns more than one person is absent for those who see only themselves. */
        Diagnosis: {
            /**
             * Format: date
             * @description Nothing later was looked at.
             */
            as_of: string;
            coverage?: components["schemas"]["DiagnosisCoverage"] | null;
            /** @description Shares of the hours with customers, by month. */
            drift: components["schemas"]["DriftPoint"][];
            /** @description One per measure. */
            findings: components["schemas"]["Finding"][];
            /** @description The first month looked at. */
            from: string;
            /** @description What to try next. */
            next: components["schemas"]["Reason"][];
            /** @description everything, team or own. */
            scope: string;
            /** @description What was seen. */
            seen: components["schemas"]["Reason"][];
            /** @description Seller by seller. */
            sellers: components["schemas"]["SellerDiagnosis"][];
            slowdown?: components["schemas"]["Slowdown"] | null;
            sure?: components["schemas"]["Reason"] | null;
            /** @description The last month looked at. */
            to: string;
            verdict?: components["schemas"]["DiagnosisVerdict"] | null;
            /** @description What would change it. */
            would_change: components["schemas"]["Reason"][];
        };
        /** @description What there is to look at. */
        DiagnosisCoverage: {
            /** @description What that means. */
            because: components["schemas"]["Reason"];
            /**
             * Format: double
             * @description The share of these whose customers held are known.
             */
            held_known: number;
            /**
             * Format: double
             * @description Recorded as a share of the available hours, in months with any record.
             */
            hours_share: number;
            /** @description What is not measured, and how to measure it. */
            missing: components["schemas"]["Reason"][];
            /** @description Months in the panel. */
            months: number;
            /** @description Months with recurring revenue. */
            months_with_arr: number;
            /** @description Months with recorded hours. */
            months_with_hours: number;
            /** @description Months of sellers who were there. */
            seller_months: number;
            /** @description Sellers in the panel. */
            sellers: number;
            /** @description Sellers with recorded hours. */
            sellers_with_hours: number;
            /**
             * Format: int64
             * @description Customers won.
             */
            won: number;
        };
        /**
         * @description The word.
         * @enum {string}
         */
        DiagnosisVerdict: "stretched" | "not_stretched" | "too_much_hunting" | "not_enough_data";
        /** @description Units that the version in force treats otherwise. */
        Difference: {
            /** @description Some of them, at most ten. */
            examples: components["schemas"]["Named"][];
            /** @description What the version in force says. */
            from: string;
            /** @description What this document says. */
            to: string;
            /**
             * Format: int64
             * @description How many units.
             */
            units: number;
        };
        /** @description What became of an act. */
        Done: {
            /** @description Whether it was done before, so that nothing changed. */
            already_done: boolean;
            /**
             * Format: int64
             * @description The version that it made, or that is there.
             */
            version: number;
        };
        /** @description Shares of the hours with customers in a month, as if every month had the same sellers. */
        DriftPoint: {
            /**
             * Format: double
             * @description Easy work.
             */
            easy?: number | null;
            /**
             * Format: double
             * @description New business and undeveloped potential.
             */
            hard?: number | null;
            /** @description The month. */
            month: string;
            /**
             * Format: double
             * @description Urgent work.
             */
            urgent?: number | null;
        };
        /** @description What came of it. */
        Effect: {
            /** @description The last month that was looked at. */
            as_of: string;
            /** @description Why this answer: the verdict first. */
            because: components["schemas"]["Sentence"][];
            /** @description People, or whole groups, that are compared. */
            compared: number;
            /**
             * Format: double
             * @description The effect that would be found four times out of five.
             */
            detectable?: number | null;
            /**
             * Format: double
             * @description The effect per person and month, by the reading that is less favourable.
             */
            estimate?: number | null;
            /**
             * Format: double
             * @description What was expected, per person and month.
             */
            expected: number;
            /**
             * Format: double
             * @description The interval that holds all readings; absent: no bound.
             */
            high?: number | null;
            /** @description Whether all months that count are over. */
            is_final: boolean;
            /**
             * Format: double
             * @description What a claim needs at this look; the interval is one of 1 - level.
             */
            level: number;
            /**
             * Format: double
             * @description The interval that holds all readings; absent: no bound.
             */
            low?: number | null;
            /** @description compared, staggered, series or not_enough_data. */
            method: string;
            /** @description Months that count in the end. */
            months_all: number;
            /** @description Months before that are compared with. */
            months_before: number;
            /** @description Months that count and are over. */
            months_counted: number;
            /** @description What to do next. */
            next: components["schemas"]["Sentence"][];
            /** @description Whether it is too early to say, so that no number is shown. */
            not_yet: boolean;
            /** @description What is counted. */
            outcome: string;
            /**
             * Format: double
             * @description The larger of the readings' p-values.
             */
            p_value?: number | null;
            /** @description Month by month. */
            picture: components["schemas"]["EffectPoint"][];
            /** @description Earlier beginnings that were pretended. */
            placebos: components["schemas"]["EffectPlacebo"][];
            /** @description Every reading. */
            readings: components["schemas"]["EffectReading"][];
            /** @description People, or whole groups, that take part and are known. */
            treated: number;
            /** @description share, hours, count or money. */
            unit: string;
            untouched?: components["schemas"]["EffectUntouched"] | null;
            /** @description worked, partly, did_not or cannot_tell. */
            verdict: string;
        };
        /** @description An earlier beginning that was pretended. */
        EffectPlacebo: {
            /**
             * Format: double
             * @description What was found.
             */
            estimate: number;
            /** @description How many months earlier. */
            months_earlier: number;
            /**
             * Format: double
             * @description Two-sided.
             */
            p_value: number;
        };
        /** @description One month of the picture. */
        EffectPoint: {
            /**
             * Format: double
             * @description The mean of those who are compared.
             */
            compared?: number | null;
            /** @description Whether the month counts. */
            counts: boolean;
            /** @description The month. */
            month: string;
            /**
             * Format: double
             * @description The mean of those who take part.
             */
            treated?: number | null;
            /**
             * Format: double
             * @description What it would have been without.
             */
            without?: number | null;
        };
        /** @description One reading of the data. */
        EffectReading: {
            /**
             * Format: double
             * @description The effect.
             */
            estimate: number;
            /**
             * Format: double
             * @description The interval; absent: no bound.
             */
            high?: number | null;
            /**
             * Format: double
             * @description The interval; absent: no bound.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Two-sided.
             */
            p_value: number;
            /** @description drawn, change, alike, straight or bent. */
            reading: string;
        };
        /** @description Random halves of those whom it never touched. */
        EffectUntouched: {
            /** @description How many halves were drawn. */
            draws: number;
            /**
             * Format: double
             * @description The share with a difference as large as the effect.
             */
            larger: number;
            /** @description How many people. */
            people: number;
        };
        /**
         * @description What there is to say of it.
         * @enum {string}
         */
        EstimateReason: "counted" | "estimated" | "too_few" | "no_hours" | "no_prospects" | "no_potentials" | "shared" | "not_recorded" | "give_it";
        /**
         * @description Where a value comes from.
         * @enum {string}
         */
        EstimateSource: "measured" | "updated" | "partly" | "input" | "assumed";
        /** @description One parameter. */
        EstimatedParameter: {
            /** @description Its upper end. */
            high?: Record<string, never> | null;
            /** @description Its code name. */
            key: string;
            /** @description The lower end of the 95 % interval, of the value's shape; absent where there is none. */
            low?: Record<string, never> | null;
            /** @description Cases that it is estimated from. */
            n: number;
            /** @description Where the value comes from. */
            source: components["schemas"]["EstimateSource"];
            /** @description The value to be used. */
            value: Record<string, never>;
            /** @description Why not better, or from what. */
            why: components["schemas"]["EstimateReason"];
        };
        /** @description What a person decided about a unit. */
        Exception: {
            /** @description hand_off or keep. */
            answer: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who decided. */
            by: string;
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /** @description The id. */
            id: string;
            /** @description The rule whose question it answers; absent: it stands against the rules. */
            question?: string | null;
            /** @description Why. */
            reason: string;
            /** @description standing, over or withdrawn. */
            state: string;
            /** @description The unit. */
            unit: components["schemas"]["Named"];
            /**
             * Format: date
             * @description First day no longer.
             */
            until: string;
            /** @description Who withdrew it. */
            withdrawn_by?: string | null;
        };
        /** @description All that stand, and those that stood. */
        Exceptions: {
            /** @description The latest first. */
            items: components["schemas"]["Exception"][];
        };
        /** @description A value to filter by. */
        Facet: {
            /** Format: int64 */
            count: number;
            label?: string | null;
            value: string;
        };
        /** @description Values to filter by. */
        Facets: {
            countries: components["schemas"]["Facet"][];
            industries: components["schemas"]["Facet"][];
            owners: components["schemas"]["Facet"][];
            segments: components["schemas"]["Facet"][];
        };
        /** @description One fact that conditions may ask for. */
        Fact: {
            /** @description number, whole, text, truth or texts. */
            kind: string;
            /** @description What it says, with unit and range. */
            meaning: string;
            /** @description Its name in conditions. */
            name: string;
            /** @description Whether people state it; the others come from the record. */
            stated: boolean;
            /** @description The values it can have, where the list is closed. */
            values: string[];
        };
        /** @description Facts of many units, one a line: `{"unit": "u1", "facts": {"health": "green"}}`. */
        FactLines: {
            lines: string;
            /**
             * Format: date
             * @description From when on they hold; today where absent.
             */
            since?: string | null;
        };
        /** @description How many facts were stated. */
        FactsStated: {
            facts: number;
        };
        /** @description What is wrong at a place of a document. */
        Fault: {
            /**
             * Format: int64
             * @description From 1.
             */
            column?: number | null;
            /**
             * Format: int64
             * @description From 1; absent where the document as a whole is meant.
             */
            line?: number | null;
            /** @description What is wrong and what to do. */
            reason: string;
        };
        /** @description What can be mapped. */
        FieldView: {
            field: string;
            help: string;
            required: boolean;
        };
        /** @description A file and how it is read. */
        FileView: {
            because: string;
            columns: components["schemas"]["ColumnView"][];
            /** @description Which comes first in dates of slashes, as the mapping says; absent: told from the columns. */
            dates?: string | null;
            delimiter: string;
            encoding: string;
            /** @description As the mapping says; absent: told from the file. */
            encoding_given?: string | null;
            name: string;
            object?: string | null;
            /** Format: int64 */
            problems: number;
            /** Format: int64 */
            rows: number;
        };
        /** @description What one measure says. */
        Finding: {
            /** @description Whether it is so. */
            answer: components["schemas"]["Answer"];
            /** @description Why this answer. */
            because: components["schemas"]["Reason"];
            /**
             * Format: double
             * @description In the measure's unit; see the guide.
             */
            estimate?: number | null;
            /**
             * Format: double
             * @description 95 % interval.
             */
            high?: number | null;
            /**
             * Format: double
             * @description 95 % interval.
             */
            low?: number | null;
            /** @description Which measure. */
            measure: components["schemas"]["Measure"];
            /** @description Months looked at. */
            months: number;
            /**
             * Format: double
             * @description The same, corrected for asking several questions at once (Holm).
             */
            p_adjusted?: number | null;
            /**
             * Format: double
             * @description The chance of such data if there were no effect.
             */
            p_value?: number | null;
            /** @description Sellers looked at. */
            sellers: number;
        };
        /** @description What the search found: the preferred plan first, then the other ties, then the rest, by net present value. */
        FoundPlans: {
            /** @description Those of the second stage. */
            plans: components["schemas"]["JudgedPlan"][];
            /** @description Runs of all stages. */
            runs: number;
            /** @description Plans tried in the first stage. */
            tried: number;
        };
        /** @description What was lost in a giver's handoffs. */
        GiverLoss: {
            /** @description Who. */
            giver: components["schemas"]["Named"];
            /** @description The mean, or how many there are where they are too few. */
            loss: Record<string, never>;
        };
        /** @description A unit about which the rules ask. */
        GrayCase: {
            /**
             * Format: double
             * @description Whole units of the company's currency a year.
             */
            arr: number;
            /** @description Why the company asks. */
            because?: string | null;
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /** @description Facts for want of which it cannot be decided; nothing where the rule asks of itself. */
            missing: string[];
            /** @description Holds that cannot be decided. */
            open_holds: string[];
            owner?: components["schemas"]["Named"] | null;
            /** @description The rule that asks or cannot be decided. */
            rule: string;
            /** @description The role that would receive. */
            to?: string | null;
            /** @description The unit. */
            unit: components["schemas"]["Named"];
        };
        /** @description All of them. */
        GrayCases: {
            /** @description The currency of ARR. */
            currency: string;
            /** @description Whether rules are in force at all. */
            in_force: boolean;
            /** @description The largest first, at most 500. */
            items: components["schemas"]["GrayCase"][];
            /**
             * Format: int64
             * @description How many there are.
             */
            total: number;
        };
        /** @description What became of units so many months after they passed on. */
        HandedOverUnits: {
            /** @description Customers among these. */
            customers: number;
            lost?: components["schemas"]["MatchedDifference"] | null;
            /** @description Those of them for whom somebody alike was found. */
            matched: number;
            /** @description Months since. */
            months: number;
            revenue?: components["schemas"]["MatchedDifference"] | null;
            revenue_bent?: components["schemas"]["MatchedDifference"] | null;
            /** @description What that means. */
            told: components["schemas"]["Sentence"];
            /** @description Units whose months are over. */
            units: number;
        };
        /** @description One handoff. */
        Handoff: {
            /** @description Acts that are open to the reader. */
            acts: string[];
            /** @description Files of the unit and of the whole customer, to which the brief refers, the latest first. */
            attachments: components["schemas"]["Attachment"][];
            /** @description What is known of the customer, field by field. */
            brief: Record<string, never>;
            /** @description Acts with the brief that are open to the reader: write, submit, accept, return. */
            brief_acts: string[];
            /** @description Who does which part. */
            cast: components["schemas"]["Cast"][];
            /** @description Acts of this state that are not open to the reader, with the reason. */
            closed: components["schemas"]["ClosedAct"][];
            /** @description How complete the brief is, section by section. */
            completeness: Record<string, never>;
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /** @description What was said for the gates, each with who said it. */
            evidence: Record<string, never>[];
            /** @description The fields of a brief with section, title and weight. */
            fields: Record<string, never>[];
            /** @description How every gate stands today. */
            gates: Record<string, never>[];
            /** @description Who gives. */
            giver: components["schemas"]["Named"];
            /** @description Where it stands, its dates, overrides and every act. */
            handoff: Record<string, never>;
            /** @description The id. */
            id: string;
            /** @description What hangs on the unit and what becomes of it. */
            moves: components["schemas"]["Carrying"];
            /** @description As whom the reader may act, the closest first. */
            parties: string[];
            /** @description Users by id, for acts and steps. */
            people: components["schemas"]["Named"][];
            /** @description What it can be prepared with. */
            playbooks: components["schemas"]["PlaybookView"][];
            receiver?: components["schemas"]["Named"] | null;
            /** @description Its steps with persons, days and every act; beside that phase, why, how late in working days, and whether the reader may do it. */
            steps: Record<string, never>[];
            /**
             * Format: date
             * @description Today.
             */
            today: string;
            /** @description What passes on. */
            unit: components["schemas"]["Named"];
        };
        /** @description An act with the handoff. */
        HandoffAct: {
            /**
             * @description `{"act": "accept", "receiver": null}` and so on: accept, decline, postpone, resume, change_receiver, prepare, reschedule, introduce,
             *     overlap, override, transfer, return, take_back, cancel, settle.
             */
            act: Record<string, never>;
            /**
             * Format: int64
             * @description The version that was looked at.
             */
            version?: number | null;
        };
        /** @description An act with the brief. */
        HandoffBriefAct: {
            /** @description say, confirm, waive, submit, accept or return. */
            act: Record<string, never>;
            /**
             * Format: int64
             * @description The version that was looked at.
             */
            version?: number | null;
        };
        /** @description Something that gates look at. */
        HandoffEvidence: {
            /** @description `{"kind": "introduction", "on": "2026-06-01", "live": true}`; kinds: session, introduction, opportunity, invoice, nothing. */
            said: Record<string, never>;
        };
        /** @description A handoff in a list. */
        HandoffItem: {
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /** @description Who gives. */
            giver: components["schemas"]["Named"];
            /** @description The id. */
            id: string;
            /**
             * Format: date
             * @description When it was proposed.
             */
            proposed: string;
            /** @description Why it was proposed. */
            reason: string;
            receiver?: components["schemas"]["Named"] | null;
            /** @description Where it stands. */
            state: string;
            steps?: components["schemas"]["StepTally"] | null;
            /**
             * Format: date
             * @description Day from which the receiver is to own the unit, or owns it.
             */
            transfer?: string | null;
            /** @description What passes on. */
            unit: components["schemas"]["Named"];
            /**
             * Format: int64
             * @description One more with every act.
             */
            version: number;
        };
        /** @description What was lost in one handoff. */
        HandoffLoss: {
            /** @description Its customer. */
            customer: string;
            /** @description Who gave. */
            giver: string;
            /** @description Which. */
            handoff: string;
            /** @description Of the brief, and of the brief with what the customer had to repeat, in hundredths of a percent. */
            loss: Record<string, never>;
        };
        /** @description All handoffs together. */
        HandoffReport: {
            /** @description At 90, 180 and 365 days, against like units. */
            effects: components["schemas"]["OutcomeEffect"][];
            /** @description By field of the brief, in its order: title, loss, how often it was judged and of no use, whether to think about dropping it. */
            fields: Record<string, never>[];
            /** @description By giver. */
            givers: components["schemas"]["GiverLoss"][];
            /** @description Handoffs whose brief was rated, the most lost first; at most 50. */
            losses: components["schemas"]["HandoffLoss"][];
            /** @description At 90, 180 and 365 days. */
            outcomes: components["schemas"]["OutcomeTally"][];
            /** @description Handoffs with an override, and how many overrides there are in all. */
            overridden: [
                number,
                number
            ];
            /** @description Overrides by gate. */
            overrides: {
                [key: string]: number;
            };
            /** @description Handoffs by state. */
            states: {
                [key: string]: number;
            };
        };
        /** @description An act with a step. */
        HandoffStepAct: {
            /** @description finish with a proof, skip, block, reopen, assign or move. */
            act: Record<string, never>;
            /**
             * Format: int64
             * @description The version that was looked at.
             */
            version?: number | null;
        };
        /** @description Handoffs. */
        Handoffs: {
            /** @description The latest first, at most 500. */
            items: components["schemas"]["HandoffItem"][];
        };
        /** @description One reason not to hand off now. */
        HoldView: {
            /** @description Why. */
            because?: string | null;
            /** @description Its name in decisions. */
            id: string;
            /** @description The condition as rows; absent where it is more than rows can say. */
            rows?: Record<string, never> | null;
            /** @description The condition as it was written. */
            when: string;
        };
        /** @description An import. */
        Import: {
            by?: string | null;
            created: string;
            error?: string | null;
            files: components["schemas"]["FileView"][];
            finished?: string | null;
            id: string;
            progress?: components["schemas"]["Progress"] | null;
            report?: components["schemas"]["ReportView"] | null;
            source: components["schemas"]["SourceView"];
            state: string;
        };
        /** @description What happens in one account. */
        IncentiveAccount: {
            /** @description payable, `awaiting_payment`, held or draw. */
            account: string;
            /** @description How much, as decimal text. */
            amount: string;
        };
        /** @description What somebody does with a question. */
        IncentiveAct: {
            act: components["schemas"]["IncentiveQuestionAct"];
        };
        /** @description What a person has in each account of one currency. Amounts are decimal text. */
        IncentiveBalance: {
            /** @description What waits for customers' payments. */
            awaiting_payment: string;
            /** @description What can be paid after the period. */
            closing: string;
            /** @description The currency. */
            currency: string;
            /** @description What was paid in advance, below zero. */
            draw: string;
            /** @description What waits for how handoffs go. */
            held: string;
            /** @description What can be paid, from before the period. */
            opening: string;
            /** @description What became payable in the period. */
            payable: string;
        };
        /** @description What of the budget for shares would have been spent. */
        IncentiveBudget: {
            /** @description The most they may, as decimal text. */
            budget: string;
            /** @description The span, such as `2027 Q1`. */
            span: string;
            /** @description What givers would have kept, as decimal text. */
            spent: string;
        };
        /** @description An amount under the plan in force and under the one that is tried. Decimal text. */
        IncentiveChange: {
            /** @description Under the one that is tried. */
            after: string;
            /** @description Under the plan in force. */
            before: string;
            /** @description The difference. */
            change: string;
        };
        /** @description A period to close. */
        IncentiveClose: {
            /** @description YYYY-MM. */
            period: string;
        };
        /**
         * @description Events as rows of CSV under their header: `payment_id,date,unit_id,amount,currency,of` for payments, or
         *     `event_id,date,unit_id,movement,amount,currency,credits,of,note` for any movement.
         */
        IncentiveEvents: {
            rows: string;
        };
        /** @description How many events were brought in. */
        IncentiveEventsKept: {
            events: number;
        };
        /** @description What a file means. */
        IncentiveEventsPreview: {
            /** @description Rows that can be kept. Nothing is kept unless it is all of them. */
            fitting: number;
            /** @description What the rows that fit mean; the first 200. */
            items: components["schemas"]["IncentiveEventsRow"][];
            /** @description What customers paid in all, by currency, such as `3000.00 USD`. */
            paid: string[];
            /** @description What becomes payable to people in all, by currency. */
            payable: string[];
            /** @description How much is wrong in all. */
            problems: number;
            /** @description What is wrong, by line; the first 200. */
            refused: components["schemas"]["IncentiveRowRefused"][];
            /** @description Rows in the file. */
            rows: number;
        };
        /** @description What a row means. */
        IncentiveEventsRow: {
            /** @description How much, as decimal text; absent: all that is open. */
            amount?: string | null;
            /** @description The currency of it. */
            currency?: string | null;
            /**
             * Format: date
             * @description When it happened.
             */
            date: string;
            /** @description What it calls itself. */
            event: string;
            /**
             * Format: int64
             * @description Line in the file, from 1.
             */
            line: number;
            /** @description What happens, such as `invoice_paid`. */
            movement: string;
            /** @description Why nothing becomes payable, in both languages. */
            nothing?: Record<string, never> | null;
            /** @description The earlier event that it was matched with, in both languages. */
            of?: Record<string, never> | null;
            /** @description What becomes payable to whom, as decimal text. */
            payable: components["schemas"]["IncentivePart"][];
            /** @description The currency of that. */
            payable_currency?: string | null;
            /**
             * Format: date
             * @description The day on which it is posted.
             */
            posted: string;
            /** @description The unit with its customer. */
            unit: string;
        };
        /** @description A line that is to come. */
        IncentiveExpected: {
            /** @description certain, planned, `if_renewed` or `if_won`. */
            condition: string;
            /** @description The line as it would be. */
            line: components["schemas"]["IncentiveLine"];
            /** @description The period into which it would be posted. */
            period: string;
        };
        /** @description A line. */
        IncentiveLine: {
            /** @description Where it stands. */
            accounts: components["schemas"]["IncentiveAccount"][];
            /** @description What the person gets of it in all accounts together. */
            amount: string;
            /** @description What the rate is applied to, as decimal text. */
            base?: string | null;
            /** @description Why, sentence by sentence, in both languages. */
            because: Record<string, never>[];
            /** @description The component, cap, guarantee or draw, as people call it. */
            component: string;
            /** @description The currency. */
            currency: string;
            /** @description The customer, where the reader sees it. */
            customer_id?: string | null;
            /**
             * Format: date
             * @description When it happened.
             */
            date: string;
            /** @description The event of the posting. */
            event: string;
            /** @description What the posting does, such as `earned` or `reversed`. */
            kind: string;
            /** @description Whether it became known when its own period was closed. */
            late: boolean;
            /**
             * Format: int32
             * @description The number of the posting.
             */
            number: number;
            /** @description The posting that it takes back or moves on. */
            of?: string | null;
            /** @description Who else has a part in it. */
            others: components["schemas"]["IncentivePart"][];
            /** @description Name and version of the plan. */
            plan: string;
            /** @description The rate, such as `6 %`. */
            rate?: string | null;
            /** @description Whether it is shared after a handoff. */
            shared: boolean;
            /** @description The unit with its customer. */
            unit?: string | null;
            /** @description What happened, to whom, when; in both languages. */
            what: Record<string, never>;
        };
        /** @description A component, month or quarter under both. */
        IncentiveNamedChange: components["schemas"]["IncentiveChange"] & {
            /** @description Which. */
            name: string;
        };
        /** @description A question about a line of the own statement. */
        IncentiveNewQuestion: {
            /** @description The event of the posting. */
            event: string;
            /**
             * Format: int32
             * @description The number of the posting.
             */
            number: number;
            /** @description What is asked. */
            text: string;
        };
        /** @description Somebody's part of a line. */
        IncentivePart: {
            /** @description How much, as decimal text. */
            amount: string;
            /** @description Who. */
            person: components["schemas"]["Named"];
        };
        /** @description A period. */
        IncentivePeriod: {
            /**
             * Format: date-time
             * @description When.
             */
            closed_at?: string | null;
            /** @description Who closed it. */
            closed_by?: string | null;
            /** @description What all people together got in it, by currency, as decimal text. */
            cost: string[];
            /** @description Which. */
            period: string;
            /** @description Postings in it. */
            postings: number;
            /** @description open or closed. */
            state: string;
        };
        /** @description A person under both. */
        IncentivePersonChange: components["schemas"]["IncentiveChange"] & {
            /** @description Who. */
            person: components["schemas"]["Named"];
            /** @description The role now. */
            role?: string | null;
        };
        /** @description What a check came to. */
        IncentivePlanChecked: {
            /** @description What is wrong; nothing: it can be approved. */
            refusals: components["schemas"]["Fault"][];
            /** @description What it pays. */
            sentences: components["schemas"]["IncentivePlanSentence"][];
            /** @description The document as JSON, where it is one. */
            tree?: Record<string, never> | null;
            /** @description What can be used but is probably not meant. */
            warnings: components["schemas"]["IncentivePlanSentence"][];
        };
        /** @description A sentence about one part of a plan. */
        IncentivePlanSentence: {
            /** @description The part; absent: the plan as a whole. */
            id?: string | null;
            /** @description The sentence, in both languages. */
            words: Record<string, never>;
        };
        /** @description A plan as it is written, in YAML or JSON. */
        IncentivePlanText: {
            document: string;
        };
        /** @description A version. */
        IncentivePlanVersion: {
            /** @description Who approved it. */
            approved_by?: string | null;
            /** @description Who wrote it last. */
            by: string;
            /** @description As it was written. */
            document: string;
            /**
             * Format: date
             * @description First day in force.
             */
            effective: string;
            /** @description The id. */
            id: string;
            /** @description What the company calls it. */
            name: string;
            /** @description What it pays, sentence by sentence. */
            sentences: components["schemas"]["IncentivePlanSentence"][];
            /** @description draft, in_force, coming, past or withdrawn. */
            state: string;
            /** @description The same as JSON, for editors. */
            tree: Record<string, never>;
            /** @description Which version it calls itself. */
            version: string;
        };
        /** @description All versions of all plans, the latest first. */
        IncentivePlans: {
            /**
             * Format: date
             * @description The first day from which a new version can count; absent: any day, because none was computed with yet.
             */
            earliest?: string | null;
            /** @description Whether the reader may approve and withdraw. */
            may_approve: boolean;
            /** @description Whether the reader may write drafts and try them out. */
            may_write: boolean;
            /** @description The versions. */
            versions: components["schemas"]["IncentivePlanVersion"][];
        };
        /** @description A question. */
        IncentiveQuestion: {
            /** @description What the line comes to for the person, as decimal text. */
            amount: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who asks. */
            by: string;
            /** @description The currency. */
            currency: string;
            /** @description The event of the posting. */
            event: string;
            /** @description The id. */
            id: string;
            /** @description What the reader may do: reply, propose, approve, decline. */
            may: string[];
            /**
             * Format: int32
             * @description The number of the posting.
             */
            number: number;
            /** @description The period of the line. */
            period: string;
            /** @description Whose statement it is about. */
            person: components["schemas"]["Named"];
            /** @description What was said, in order. */
            replies: components["schemas"]["IncentiveReply"][];
            /** @description open, answered, proposed, adjusted or declined. */
            state: string;
            /** @description What is asked. */
            text: string;
            /** @description What the line is about, in both languages. */
            what: Record<string, never>;
        };
        /** @description What somebody does with a question. */
        IncentiveQuestionAct: {
            /** @enum {string} */
            act: "reply";
            /** @description What. */
            text: string;
        } | {
            /** @enum {string} */
            act: "propose";
            /** @description Decimal text in the currency of the line; below zero: to be given back. */
            amount: string;
            /** @description Why. */
            text: string;
        } | {
            /** @enum {string} */
            act: "approve";
            /** @description What is said with it. */
            text: string;
        } | {
            /** @enum {string} */
            act: "decline";
            /** @description Why. */
            text: string;
        };
        /** @description A page of questions. */
        IncentiveQuestions: {
            /** @description What waits for an answer first, then the latest. */
            items: components["schemas"]["IncentiveQuestion"][];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /** @description Whose statements there are questions about, by name. */
            people: components["schemas"]["Named"][];
            /** @description Periods there are questions about, the latest first. */
            periods: string[];
            /** @description How many fit what was asked for. */
            total: number;
            /** @description How many of all questions wait for the reader. */
            waiting: number;
        };
        /** @description What was said to a question. */
        IncentiveReply: {
            /** @description reply, propose, approve or decline. */
            act: string;
            /** @description The adjustment that is proposed, as decimal text. */
            amount?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who said it. */
            by: string;
            /** @description What was said. */
            text: string;
        };
        /** @description A row that cannot be kept. */
        IncentiveRowRefused: {
            /** @description Name of the column; absent: the row as a whole. */
            column?: string | null;
            /**
             * Format: int64
             * @description Line in the file, from 1.
             */
            line: number;
            /** @description What is wrong and what to do. */
            reason: string;
            /** @description What stands there. */
            value?: string | null;
        };
        /** @description What a run came to. */
        IncentiveRun: {
            /** @description Events that became known. */
            events: number;
            /** @description Of these, how many belong to a period that was closed. */
            late: number;
            /** @description Units that are left out because their currency has no rate. */
            left_out: string[];
            /** @description What paid nothing, and why. */
            nothing_paid: components["schemas"]["NothingPaid"][];
            /** @description The period. */
            period: string;
            /** @description Postings that were made. */
            postings: number;
            /**
             * Format: date
             * @description Up to which day everything is posted.
             */
            through: string;
        };
        /** @description A statement. */
        IncentiveStatement: {
            /** @description What there is in each account, by currency. */
            balances: components["schemas"]["IncentiveBalance"][];
            /** @description What is to come; only for the open period. */
            expected: components["schemas"]["IncentiveExpected"][];
            /** @description The lines. */
            lines: components["schemas"]["IncentiveLine"][];
            /** @description Whether the reader may ask about lines. */
            may_ask: boolean;
            /** @description The period. */
            period: string;
            /** @description Periods with a statement, the latest first. */
            periods: string[];
            /** @description Whose. */
            person: components["schemas"]["Named"];
            /** @description Questions about lines of the period. */
            questions: components["schemas"]["IncentiveQuestion"][];
            /** @description open or closed. */
            state: string;
            /**
             * Format: date
             * @description Up to which day everything is posted.
             */
            through?: string | null;
            /** @description Why nothing can be said of what is to come. */
            trouble?: string | null;
            /** @description What waits, as of now. */
            waiting: components["schemas"]["IncentiveWaiting"][];
        };
        /** @description Totals of a period. */
        IncentiveTeam: {
            /** @description Everybody, by name. */
            people: components["schemas"]["IncentiveTeamRow"][];
            /** @description The period. */
            period: string;
            /** @description own, team or everything. */
            scope: string;
        };
        /** @description One person in one currency. Amounts are decimal text. */
        IncentiveTeamRow: {
            /** @description What waits for customers' payments after the period. */
            awaiting_payment: string;
            /** @description The currency. */
            currency: string;
            /** @description What was earned or given back in the period, in all accounts together. */
            earned: string;
            /** @description What is to come in the next months. */
            expected: string;
            /** @description What waits for how handoffs go after the period. */
            held: string;
            /** @description Lines in the period. */
            lines: number;
            /** @description Questions about them that nobody has answered. */
            open_questions: number;
            /** @description What of it became payable. */
            payable: string;
            /** @description Who. */
            person: components["schemas"]["Named"];
            /** @description The role now. */
            role?: string | null;
        };
        /** @description A trial. */
        IncentiveTrial: {
            /** @description The plan in force; absent where there is none to compare with. */
            against?: string | null;
            /** @description What of the budget for shares is spent. */
            budget: components["schemas"]["IncentiveBudget"][];
            /** @description What both cost. */
            cost: components["schemas"]["IncentiveChange"];
            /** @description The currency of all amounts. */
            currency: string;
            /** @description How many events were computed. */
            events: number;
            /**
             * Format: date
             * @description The first day that is looked back on.
             */
            from: string;
            /** @description How many handoffs there were. */
            handoffs: number;
            /** @description How many get less. */
            losers: number;
            /** @description Components, caps, guarantees and draws. */
            mix: components["schemas"]["IncentiveNamedChange"][];
            /** @description Months. */
            months: components["schemas"]["IncentiveNamedChange"][];
            /** @description What pays nothing, and why. */
            nothing_paid: components["schemas"]["NothingPaid"][];
            /** @description Everybody, the greatest loss first. */
            people: components["schemas"]["IncentivePersonChange"][];
            /** @description How many get the same. */
            same: number;
            /** @description What givers of units keep, by quarter. */
            shares: components["schemas"]["IncentiveNamedChange"][];
            /**
             * Format: date
             * @description The last.
             */
            to: string;
            /** @description How many get more. */
            winners: number;
        };
        /** @description An event that waits for a payment. */
        IncentiveUnpaid: {
            /** @description The currency of it. */
            currency?: string | null;
            /**
             * Format: date
             * @description When.
             */
            date: string;
            /** @description The event: what a payment names in `of`. */
            event: string;
            /** @description What the customer has not paid yet, as decimal text; absent: the event has no amount. */
            open?: string | null;
            /** @description The unit with its customer. */
            unit: string;
            /** @description The id of the unit: what a payment names in `unit_id`. */
            unit_id: string;
            /** @description Who waits, by name. */
            waits: components["schemas"]["IncentiveWaits"][];
            /** @description What happened, in both languages. */
            what: Record<string, never>;
        };
        /** @description Money that cannot be paid yet. */
        IncentiveWaiting: {
            /** @description `awaiting_payment` or held. */
            account: string;
            /** @description How much, as decimal text. */
            amount: string;
            /** @description The currency. */
            currency: string;
            /**
             * Format: date
             * @description When it is decided, where a day is known.
             */
            decided?: string | null;
            /** @description Whether it is paid if nothing changes until then. */
            goes_well?: boolean | null;
            /** @description What it comes from. */
            what: Record<string, never>;
        };
        /** @description Somebody who waits. */
        IncentiveWaits: {
            /** @description How much, as decimal text. */
            amount: string;
            /** @description The currency of the plan. */
            currency: string;
            /** @description Who. */
            person: components["schemas"]["Named"];
        };
        /** @description What there is. */
        Incentives: {
            /** @description Whether the open period is over and can be closed. */
            can_close: boolean;
            /** @description Whether the reader may compute and close periods. */
            may_run: boolean;
            /** @description Whether the reader may write plans. */
            may_write: boolean;
            /** @description The period that is open; absent where no plan was approved. */
            open?: string | null;
            own?: components["schemas"]["Named"] | null;
            /** @description Others whose statements the reader sees, by name. */
            people: components["schemas"]["Named"][];
            /** @description Periods, the latest first; costs are told to those who see everything. */
            periods: components["schemas"]["IncentivePeriod"][];
            /** @description Name and version of each plan in force today, by name. */
            plans: string[];
            /**
             * Format: date
             * @description Up to which day everything is posted.
             */
            through?: string | null;
            /** @description Why nothing can be said of what is to come. */
            trouble?: string | null;
        };
        /** @description What came of the channel. */
        InsideChannel: {
            loss?: components["schemas"]["ChannelLoss"] | null;
            /** @description kept, broken or cannot_tell. */
            loss_kept: string;
            /**
             * Format: double
             * @description What was promised.
             */
            loss_promised: number;
            /** @description Months since each was moved. */
            months: number;
            /**
             * Format: double
             * @description Cost saved, as a share of that in the field.
             */
            saving?: number | null;
            /** @description kept, broken or cannot_tell. */
            saving_kept: string;
            /**
             * Format: double
             * @description What was promised.
             */
            saving_promised: number;
            /** @description What that means. */
            told: components["schemas"]["Sentence"][];
            /** @description Units that were moved inside and whose months are over. */
            units: number;
            /**
             * Format: double
             * @description What it saves a year less the margin on what it loses.
             */
            worth?: number | null;
        };
        /** @description One intervention. */
        Intervention: components["schemas"]["InterventionShort"] & {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description The first month of the baseline. */
            baseline_from?: string | null;
            /**
             * Format: int32
             * @description Months before that are compared with.
             */
            baseline_months: number;
            /** @description The last month of the baseline. */
            baseline_to?: string | null;
            /** @description Why it is done. */
            because?: string | null;
            /** @description Who changed it last. */
            by: string;
            /** @description listed, everybody_else or nobody. */
            compares: string;
            /** @description What makes a verdict doubtful, before it begins: codes. */
            doubts: string[];
            effect?: components["schemas"]["Effect"] | null;
            /**
             * Format: date
             * @description The day on which the baseline was locked.
             */
            locked?: string | null;
            /** @description Whether the reader may change it. */
            may_change: boolean;
            /** @description Those who take part; empty where everybody does. */
            members: components["schemas"]["Participant"][];
            /** @description Those who are compared; empty where it is everybody else, or nobody. */
            others: components["schemas"]["Participant"][];
            /** @description Why it was cancelled. */
            reason?: string | null;
            /**
             * Format: int64
             * @description Of the lots.
             */
            seed?: number | null;
            /**
             * Format: int32
             * @description Whole months after the start that do not count yet.
             */
            settle_months: number;
            /** @description What can be done now: start, judge, cancel, open_splitting. */
            steps: string[];
            /**
             * Format: int64
             * @description One more with every change.
             */
            version: number;
            /** @description Whether more or less of the outcome is wanted. */
            wanted: string;
        };
        /** @description A step, from the version that was read. */
        InterventionAct: {
            /** @description Why; needed to cancel. */
            because?: string;
            step: components["schemas"]["InterventionStep"];
            /** Format: int64 */
            version: number;
        };
        /** @description A plan in place of a version that was read. */
        InterventionChange: {
            plan: components["schemas"]["NewInterventionText"];
            /** Format: int64 */
            version: number;
        };
        /** @description What can be chosen for a new intervention. */
        InterventionChoices: {
            /** @description Measures of the diagnosis, with what is usually counted for each. */
            aims: {
                [key: string]: string;
            };
            /** @description The currency of amounts. */
            currency: string;
            /** @description Whether the reader leads everybody, so that everybody can take part. */
            everybody: boolean;
            /** @description Kinds. */
            kinds: string[];
            /** @description The last month of the record that is over. */
            last_month: string;
            /** @description Whether the reader may plan. */
            may_change: boolean;
            /** @description What can be counted. */
            outcomes: components["schemas"]["OutcomeChoice"][];
            /** @description Those whom the reader leads and who sell today. */
            people: components["schemas"]["PersonChoice"][];
        };
        /** @description What is drawn by lot. */
        InterventionLots: {
            /** @description The measure of the diagnosis that it is aimed at. */
            aim: string;
            /**
             * Format: int32
             * @description Months before that are compared with.
             */
            baseline_months?: number;
            because?: string | null;
            /** Format: double */
            expected: number;
            /** @description training, incentive or management. */
            kind: string;
            /**
             * Format: int32
             * @description Whole months that count, after the last has begun.
             */
            months: number;
            /**
             * Format: int32
             * @description Months between steps.
             */
            months_apart?: number;
            name: string;
            /** @description What is counted; what the aim usually asks for where absent. */
            outcome?: string | null;
            /** @description Ids of those who could take part; everybody whom one leads where absent. */
            people?: string[] | null;
            /**
             * Format: int64
             * @description The seed, so that lots can be drawn again; one is made where absent, and recorded.
             */
            seed?: number | null;
            /** Format: int32 */
            settle_months?: number;
            /** Format: date */
            start: string;
            /** @description Everybody begins, in so many steps; half begin and half are compared where absent. */
            steps?: number | null;
        };
        /** @description Somebody who takes part. */
        InterventionMember: {
            /**
             * Format: date
             * @description When it begins for this person, where not with the others.
             */
            from?: string | null;
            /** @description The id of the seller. */
            seller: string;
        };
        /** @description An intervention in short. */
        InterventionShort: {
            /** @description The measure of the diagnosis that it is aimed at. */
            aim: string;
            /** @description Whether who takes part was drawn. */
            drawn: boolean;
            /**
             * Format: date
             * @description The last day.
             */
            end: string;
            /**
             * Format: double
             * @description What was found, once it is judged.
             */
            estimate?: number | null;
            /**
             * Format: double
             * @description The expected change per person and month.
             */
            expected: number;
            /**
             * Format: double
             * @description The interval; absent: no bound.
             */
            high?: number | null;
            /** @description The id. */
            id: string;
            /** @description training, incentive or management. */
            kind: string;
            /**
             * Format: double
             * @description The interval; absent: no bound.
             */
            low?: number | null;
            /** @description What it is called. */
            name: string;
            /** @description What is counted. */
            outcome: string;
            /** @description How many take part; absent: everybody. */
            people?: number | null;
            /**
             * Format: date-time
             * @description When the question of splitting was opened with it.
             */
            splitting_at?: string | null;
            /** @description Who opened it. */
            splitting_by?: string | null;
            /**
             * Format: date
             * @description The first day.
             */
            start: string;
            /** @description draft, running, judged or cancelled. */
            state: string;
            /** @description In what: share, hours, count or money. */
            unit: string;
            /** @description worked, partly, did_not or cannot_tell, once it is judged. */
            verdict?: string | null;
        };
        /**
         * @description What is done with an intervention.
         * @enum {string}
         */
        InterventionStep: "start" | "judge" | "cancel" | "open_splitting";
        /** @description A plan that was judged. Means over the seeds, money in dollars. */
        JudgedPlan: components["schemas"]["RolePlan"] & {
            /**
             * Format: double
             * @description ARR at the end.
             */
            arr: number;
            /**
             * Format: double
             * @description By how much the net present value is behind the best, seed by seed.
             */
            behind: number;
            /**
             * Format: double
             * @description The standard error of that.
             */
            behind_se: number;
            /**
             * Format: double
             * @description Cost of the sales force.
             */
            cost: number;
            /**
             * Format: double
             * @description Accounts handed off.
             */
            handoffs: number;
            /**
             * Format: double
             * @description Customers won.
             */
            logos: number;
            /**
             * Format: double
             * @description Net present value with terminal value.
             */
            npv: number;
            /**
             * Format: double
             * @description The same without.
             */
            npv_operating: number;
            /** @description Whether it cannot be told from the best, or is as good for all that matters. */
            tie: boolean;
        };
        /** @description How many records of a kind. */
        KindCount: {
            /**
             * Format: int32
             * @description How many.
             */
            count: number;
            /** @description Which. */
            kind: string;
            /** @description What people call such a record. */
            title: Record<string, never>;
        };
        /** @description What is known of one fact of the unit. */
        KnownFact: components["schemas"]["Fact"] & {
            /** @description Whether the rules in force ask for it. */
            asked: boolean;
            /** @description Who stated it. */
            by?: string | null;
            /**
             * Format: date
             * @description Since when it holds, where that is known.
             */
            since?: string | null;
            /** @description Its value; absent: missing. */
            value?: Record<string, never> | null;
        };
        /** @description Late steps. */
        LateSteps: {
            /** @description The oldest first, at most 500. */
            steps: components["schemas"]["MyStep"][];
            /**
             * Format: date
             * @description Today.
             */
            today: string;
        };
        /** @description A currency that the total leaves out. */
        LeftOutView: {
            because: string;
            currency: string;
        };
        /** @description What a pilot of one length can see. */
        Length: {
            /**
             * Format: double
             * @description The smallest effect that the whole team, half of it drawn, would see four times out of five.
             */
            detectable: number;
            /**
             * Format: double
             * @description How often it would see an effect that is not there, simulated likewise.
             */
            false_alarms: number;
            /** @description Months that count. */
            months: number;
            /** @description Months before that the record allows to compare with. */
            months_before: number;
            /** @description People on either side that would see the expected effect four times out of five; absent: beyond any team. */
            people_each_side?: number | null;
            /**
             * Format: double
             * @description How often the whole team would see the expected effect, simulated on its own months.
             */
            power: number;
            /**
             * Format: double
             * @description The scatter between people of what is left after the months before are taken into account.
             */
            scatter: number;
        };
        /** @description A page of a list. */
        List_ActivityView: {
            /** @description The items. */
            items: {
                category?: string | null;
                /** Format: date */
                date: string;
                id: string;
                kind?: string | null;
                /** Format: int64 */
                minutes?: number | null;
                seller?: string | null;
                subject?: string | null;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_CustomerRow: {
            /** @description The items. */
            items: {
                arr: components["schemas"]["Amount"];
                city?: string | null;
                country?: string | null;
                id: string;
                industry?: string | null;
                /** Format: date */
                last_activity?: string | null;
                name: string;
                /** Format: date */
                next_renewal?: string | null;
                /** Format: int64 */
                open_opportunities: number;
                owners: components["schemas"]["Named"][];
                segment?: string | null;
                /** Format: int64 */
                units: number;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_Fact: {
            /** @description The items. */
            items: {
                /** @description number, whole, text, truth or texts. */
                kind: string;
                /** @description What it says, with unit and range. */
                meaning: string;
                /** @description Its name in conditions. */
                name: string;
                /** @description Whether people state it; the others come from the record. */
                stated: boolean;
                /** @description The values it can have, where the list is closed. */
                values: string[];
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_Import: {
            /** @description The items. */
            items: {
                by?: string | null;
                created: string;
                error?: string | null;
                files: components["schemas"]["FileView"][];
                finished?: string | null;
                id: string;
                progress?: components["schemas"]["Progress"] | null;
                report?: components["schemas"]["ReportView"] | null;
                source: components["schemas"]["SourceView"];
                state: string;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_IncentiveUnpaid: {
            /** @description The items. */
            items: {
                /** @description The currency of it. */
                currency?: string | null;
                /**
                 * Format: date
                 * @description When.
                 */
                date: string;
                /** @description The event: what a payment names in `of`. */
                event: string;
                /** @description What the customer has not paid yet, as decimal text; absent: the event has no amount. */
                open?: string | null;
                /** @description The unit with its customer. */
                unit: string;
                /** @description The id of the unit: what a payment names in `unit_id`. */
                unit_id: string;
                /** @description Who waits, by name. */
                waits: components["schemas"]["IncentiveWaits"][];
                /** @description What happened, in both languages. */
                what: Record<string, never>;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_InterventionShort: {
            /** @description The items. */
            items: {
                /** @description The measure of the diagnosis that it is aimed at. */
                aim: string;
                /** @description Whether who takes part was drawn. */
                drawn: boolean;
                /**
                 * Format: date
                 * @description The last day.
                 */
                end: string;
                /**
                 * Format: double
                 * @description What was found, once it is judged.
                 */
                estimate?: number | null;
                /**
                 * Format: double
                 * @description The expected change per person and month.
                 */
                expected: number;
                /**
                 * Format: double
                 * @description The interval; absent: no bound.
                 */
                high?: number | null;
                /** @description The id. */
                id: string;
                /** @description training, incentive or management. */
                kind: string;
                /**
                 * Format: double
                 * @description The interval; absent: no bound.
                 */
                low?: number | null;
                /** @description What it is called. */
                name: string;
                /** @description What is counted. */
                outcome: string;
                /** @description How many take part; absent: everybody. */
                people?: number | null;
                /**
                 * Format: date-time
                 * @description When the question of splitting was opened with it.
                 */
                splitting_at?: string | null;
                /** @description Who opened it. */
                splitting_by?: string | null;
                /**
                 * Format: date
                 * @description The first day.
                 */
                start: string;
                /** @description draft, running, judged or cancelled. */
                state: string;
                /** @description In what: share, hours, count or money. */
                unit: string;
                /** @description worked, partly, did_not or cannot_tell, once it is judged. */
                verdict?: string | null;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_NoteView: {
            /** @description The items. */
            items: {
                author?: string | null;
                /** Format: date */
                date: string;
                id: string;
                text: string;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_ProblemRow: {
            /** @description The items. */
            items: {
                advice: string;
                column: string;
                file: string;
                /** Format: int64 */
                line: number;
                object: string;
                problem: string;
                value: string;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_RateView: {
            /** @description The items. */
            items: {
                currency: string;
                /** Format: date */
                date: string;
                /** @description Decimal text with at most nine decimals. */
                rate: string;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_ScenarioParameter: {
            /** @description The items. */
            items: {
                /** @description Its default. */
                default: Record<string, never>;
                /**
                 * Format: double
                 * @description The greatest.
                 */
                greatest: number;
                /** @description The name in documents. */
                key: string;
                /**
                 * Format: double
                 * @description The least possible number.
                 */
                least: number;
                /** @description What it is, with its unit. */
                meaning: string;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_SellerView: {
            /** @description The items. */
            items: {
                id: string;
                manager?: components["schemas"]["Named"] | null;
                name: string;
                role?: string | null;
                team?: string | null;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_TimeReport: {
            /** @description The items. */
            items: {
                category: string;
                /** Format: double */
                hours: number;
                /** Format: date */
                week: string;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_TokenView: {
            /** @description The items. */
            items: {
                created: string;
                expires?: string | null;
                id: string;
                name: string;
                revoked?: string | null;
                scopes: string[];
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_UserView: {
            /** @description The items. */
            items: {
                active: boolean;
                created: string;
                email: string;
                id: string;
                locale: string;
                name: string;
                role: string;
                seller?: components["schemas"]["Named"] | null;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /** @description A page of a list. */
        List_ViewView: {
            /** @description The items. */
            items: {
                id: string;
                mine: boolean;
                name: string;
                query: string;
                shared: boolean;
            }[];
            /** @description What to give as `after` for the next page; absent at the end. */
            next?: string | null;
            /**
             * Format: int64
             * @description How many there are in all pages.
             */
            total?: number | null;
        };
        /**
         * @description How a person stands.
         * @enum {string}
         */
        LoadLevel: "fine" | "soon" | "warn" | "red";
        /** @description How a seller's book would change. */
        LoadView: {
            /**
             * Format: double
             * @description The same, after.
             */
            arr_after: number;
            /**
             * Format: double
             * @description Whole units of the company's currency a year, before.
             */
            arr_before: number;
            /**
             * Format: int64
             * @description Customers after.
             */
            customers_after: number;
            /**
             * Format: int64
             * @description Customers before.
             */
            customers_before: number;
            /** @description Who. */
            seller: components["schemas"]["Named"];
        };
        /** @description A check that was made. */
        MadeCheck: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who said so. */
            by: string;
            /** @description What was said. */
            check: Record<string, never>;
        };
        /** @description A handoff that would begin. */
        MassFate: {
            /**
             * Format: int32
             * @description Open commitments that giver and receiver must go through.
             */
            commitments: number;
            /**
             * Format: date
             * @description Day of the introduction.
             */
            introduction: string;
            /**
             * Format: int32
             * @description Records that stay.
             */
            kept: number;
            /**
             * Format: int32
             * @description Open records that pass on.
             */
            moved: number;
            /** @description Whether somebody, or the alignment, named the receiver. */
            named: boolean;
            /**
             * Format: int32
             * @description Open opportunities on which somebody must decide.
             */
            opportunities: number;
            /**
             * Format: int32
             * @description How much speaks for the receiver, 0 to 10,000.
             */
            points_bp: number;
            /** @description Who receives: the id of one of `loads`. */
            receiver: string;
            /**
             * Format: date
             * @description The last day on which the giver keeps a share of the incentive; absent where the plan in force knows none.
             */
            share_until?: string | null;
            /** @description paired, settled or new: it comes before points. */
            tier: string;
            /**
             * Format: date
             * @description First day of the receiver's ownership.
             */
            transfer: string;
            /** @description What to think of. */
            warnings: Record<string, never>[];
        };
        /** @description How the load of somebody would change. */
        MassLoad: {
            /**
             * Format: int64
             * @description Customers with what would come.
             */
            after: number;
            /**
             * Format: int64
             * @description Customers now.
             */
            before: number;
            /**
             * Format: int64
             * @description Customers that one can carry.
             */
            limit: number;
            /** @description Who. */
            seller: components["schemas"]["Named"];
            /**
             * Format: int32
             * @description Units that would come.
             */
            units: number;
        };
        /** @description What would be handed over. */
        MassLook: {
            /**
             * @description `{"cause": {"kind": "leaver", "seller": "7", "gone": "2026-07-01"}, "playbook": "small", "role": "account_manager"}`; a cause can also be
             *     `{"kind": "alignment", "name": "...", "units": {"unit": "seller"}}`. Beside that `reason`, `receivers` (by unit), `leave_out` (units) and
             *     `opportunities` (decide or move).
             */
            wanted: Record<string, never>;
        };
        /** @description What would happen. */
        MassPreview: {
            /** @description The currency of all amounts. */
            currency: string;
            /** @description Records that stay, by kind: history, and what somebody decided to keep. */
            kept: components["schemas"]["KindCount"][];
            /** @description How the load of everybody of the role would change, those who receive most first. */
            loads: components["schemas"]["MassLoad"][];
            /** @description Records that pass on, by kind. */
            moved: components["schemas"]["KindCount"][];
            /** @description Why. */
            reason: Record<string, never>;
            /** @description What a run names, so that it does what was seen. */
            seen: string;
            /** @description What givers keep of the incentive on their units for a while, by the plan in force on the day of the transfer; the longest first. */
            shares: components["schemas"]["SharesOf"][];
            /** @description Steps that would be opened, by role. */
            steps: components["schemas"]["StepsOf"][];
            /** @description Open records on which somebody must decide before each transfer, by kind. */
            to_decide: components["schemas"]["KindCount"][];
            /**
             * Format: date
             * @description The day on which it was looked at.
             */
            today: string;
            /** @description All together. */
            totals: components["schemas"]["MassTotals"];
            /** @description Unit by unit: first those that cannot pass on, then by revenue; those that somebody leaves out come last. */
            units: components["schemas"]["MassUnitView"][];
        };
        /** @description A run in short. */
        MassRun: {
            /**
             * Format: int64
             * @description Handoffs that have begun.
             */
            begun: number;
            /** @description Who asked. */
            by: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at?: string | null;
            /** @description The id. */
            id: string;
            /**
             * Format: int64
             * @description Units that were left out, each with why.
             */
            left: number;
            /** @description Whether the reader may cancel it or take it back. */
            may_change: boolean;
            /** @description Why. */
            reason: string;
            /** @description Why it failed, or was not taken back. */
            said?: Record<string, never> | null;
            seller?: components["schemas"]["Named"] | null;
            /**
             * Format: date-time
             * @description When.
             */
            started_at: string;
            /** @description running, done, cancelled, failed, undoing or undone. */
            state: string;
            /**
             * Format: int64
             * @description Units that were looked at.
             */
            total: number;
            /** @description Unit by unit, where one run is asked for: first those that were left out. */
            units: components["schemas"]["MassUnitRun"][];
        };
        /** @description Runs. */
        MassRuns: {
            /** @description The latest first, at most 50. */
            items: components["schemas"]["MassRun"][];
        };
        /** @description What was looked at, to be done. */
        MassStart: {
            /** @description `seen` of the preview: nothing begins where anything else would happen by now. */
            seen: string;
            /** @description As it was looked at. */
            wanted: Record<string, never>;
        };
        /** @description Why a run is taken back. */
        MassTakenBack: {
            /** @description Also where people have worked on single handoffs since. */
            although_worked_on?: boolean;
            /** @description Why. */
            reason: string;
        };
        /** @description All together. */
        MassTotals: {
            /** @description Their annual recurring revenue, decimal text; units whose currency has no rate are not in it. */
            arr: string;
            /** @description Customers of the units that would pass on. */
            customers: number;
            /** @description Units with open escalations. */
            escalations: number;
            /** @description Units that somebody leaves out. */
            left_out: number;
            /** @description Units that would pass on. */
            planned: number;
            /** @description Units that cannot pass on, each with why. */
            refused: number;
            /** @description Units whose next term begins shortly after the transfer. */
            renewals: number;
        };
        /** @description A unit of a run. */
        MassUnitRun: {
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /** @description The handoff that began. */
            handoff?: string | null;
            /** @description Who receives. */
            receiver?: string | null;
            /** @description Why none began. */
            said?: Record<string, never> | null;
            /** @description Where that stands now. */
            state?: string | null;
            /**
             * Format: date
             * @description First day of the receiver's ownership.
             */
            transfer?: string | null;
            /** @description Which. */
            unit: components["schemas"]["Named"];
        };
        /** @description What would become of a unit. */
        MassUnitView: {
            /** @description Annual recurring revenue, decimal text; absent where it is not known. */
            arr?: string | null;
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /** @description Why none would begin; absent where one would, or where somebody leaves the unit out. */
            refused?: Record<string, never> | null;
            /**
             * Format: date
             * @description Day on which the next term ends.
             */
            renewal?: string | null;
            /** @description Which. */
            unit: components["schemas"]["Named"];
            would?: components["schemas"]["MassFate"] | null;
        };
        /** @description An estimate with its interval. */
        MatchedDifference: {
            /**
             * Format: double
             * @description The mean difference.
             */
            estimate: number;
            /**
             * Format: double
             * @description 95 % interval.
             */
            high: number;
            /**
             * Format: double
             * @description 95 % interval.
             */
            low: number;
            /**
             * Format: double
             * @description Two-sided.
             */
            p_value: number;
        };
        /** @description Who is signed in and what they may do. */
        Me: {
            /** @description The company. */
            company: components["schemas"]["CompanyView"];
            /** @description The e-mail address. */
            email: string;
            /** @description The id. */
            id: string;
            /** @description en or zh-Hant. */
            locale: string;
            /** @description imports.run, settings.write, users.manage, totals.see, time.report, designs.see, interventions.see, scorecard.see, alignments.see. */
            may: string[];
            /** @description The name. */
            name: string;
            /** @description admin, operations, manager, hunter, account_manager, viewer. */
            role: string;
            seller?: components["schemas"]["Named"] | null;
        };
        /**
         * @description What is looked at.
         * @enum {string}
         */
        Measure: "crowd_out" | "acquisition_trend" | "growth_trend" | "drift_to_easy" | "drift_to_urgent" | "hunting_share";
        /**
         * @description When a question is asked.
         * @enum {string}
         */
        Moment: "before" | "after";
        /** @description ARR at a month's end. */
        MonthArr: {
            arr: components["schemas"]["Amount"];
            month: string;
        };
        /** @description New customers of a month. */
        MonthCount: {
            /** Format: int32 */
            count: number;
            month: string;
        };
        /** @description A unit that would pass on. */
        MoveView: {
            /**
             * Format: double
             * @description Whole units of the company's currency a year.
             */
            arr: number;
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            from?: components["schemas"]["Named"] | null;
            receiver?: components["schemas"]["Named"] | null;
            /** @description The rule that says so; absent where a person decided. */
            rule?: string | null;
            /** @description The role that shall have it. */
            to?: string | null;
            /** @description The unit. */
            unit: components["schemas"]["Named"];
        };
        /** @description A step that somebody has to do. */
        MyStep: {
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /**
             * Format: date
             * @description Until when.
             */
            due?: string | null;
            /** @description Whether the transfer waits for it. */
            gate: boolean;
            /** @description Of which handoff. */
            handoff: string;
            /**
             * Format: int32
             * @description Working days behind its day.
             */
            late: number;
            /** @description Who does it. */
            person?: string | null;
            /** @description What proves it done. */
            proof: string;
            /** @description open or blocked. */
            state: string;
            /** @description Its name in the playbook. */
            step: string;
            /** @description What is to be done. */
            title: Record<string, never>;
            /** @description What passes on. */
            unit: components["schemas"]["Named"];
            /**
             * Format: int64
             * @description One more with every act.
             */
            version: number;
        };
        /** @description What a person has to do. */
        MyWork: {
            /** @description The first due first. */
            steps: components["schemas"]["MyStep"][];
            /**
             * Format: date
             * @description Today.
             */
            today: string;
            /** @description Handoffs that wait for an answer, the longest waiting first. */
            waiting: components["schemas"]["Waiting"][];
        };
        /** @description An id and a name. */
        Named: {
            /** @description The id. */
            id: string;
            /** @description The name. */
            name: string;
        };
        /** @description A check of the receiver. */
        NewCheck: {
            /**
             * @description `{"at": "day_30", "on": "2026-07-30", "proactive": true, "met": true, "commitments_kept": true, "worries": null}`; at is day_30,
             *     day_60 or day_90.
             */
            check: Record<string, never>;
        };
        /** @description What was promised. */
        NewCommitment: {
            /** @description The id of the seller who sees to it; whoever owns the unit where absent. */
            owner?: string | null;
            /** @description `{"what": "...", "to": "...", "due": "2026-09-30", "form": "written", "place": "..."}`; form is contract, written or verbal. */
            promise: Record<string, never>;
        };
        /** @description A plan. */
        NewInterventionText: {
            /** @description The measure of the diagnosis that it is aimed at. */
            aim: string;
            /**
             * Format: int32
             * @description Months before that are compared with.
             */
            baseline_months?: number;
            because?: string | null;
            /** @description Ids of those who are compared; everybody else where absent, nobody where empty. */
            compared?: string[] | null;
            /** Format: date */
            end: string;
            /**
             * Format: double
             * @description The expected change per person and month, in the outcome's unit.
             */
            expected: number;
            /** @description training, incentive or management. */
            kind: string;
            name: string;
            /** @description What is counted; what the aim usually asks for where absent. */
            outcome?: string | null;
            /** @description Who takes part; everybody where absent. */
            people?: components["schemas"]["InterventionMember"][] | null;
            /**
             * Format: int32
             * @description Whole months after the start that do not count yet.
             */
            settle_months?: number;
            /** Format: date */
            start: string;
        };
        /** @description A new page; the key is shown once. */
        NewLink: {
            /** @description The id. */
            id: string;
            /** @description What the address ends with: `/welcome/KEY`. */
            key: string;
        };
        /** @description A decision for one of an answer's plans. */
        NewSalesPlan: {
            because?: string;
            /**
             * Format: date
             * @description The day from which it counts.
             */
            from: string;
            name: string;
            /** @description The place of the plan in its answer, from 0. */
            place: number;
            /** @description The comparison or search. */
            study: string;
        };
        /** @description What to find out. */
        NewStudy: {
            /** @description Whether to find out what the answer hangs on. */
            drivers?: boolean;
            kind: components["schemas"]["StudyKind"];
            /** @description Ids of scenarios; a comparison holds the others against the first, a search has one. */
            scenarios: string[];
            /** @description Seats at most, for a search; as many as the scenario has where absent. */
            seats_max?: number | null;
            /** @description Seeds, lives of the company: the usual number where absent. */
            seeds?: number | null;
        };
        /** @description A token that is wanted. */
        NewToken: {
            /** Format: int64 */
            days?: number | null;
            name: string;
            scopes?: string[];
        };
        /** @description A token and its key, which is shown this once. */
        NewTokenView: {
            id: string;
            key: string;
        };
        /** @description A new person. */
        NewUser: {
            email: string;
            locale?: string | null;
            name: string;
            password: string;
            role: string;
            seller_id?: string | null;
        };
        /** @description A verdict on the brief. */
        NewVerdict: {
            /**
             * @description `{"ratings": {"people": 4}, "judgements": {"champion": "wrong"}, "repeated": "once"}`: sections 1 to 5; fields right, wrong, missing or
             *     unused; repeated never, once or often.
             */
            verdict: Record<string, never>;
            /**
             * Format: int64
             * @description The version that was looked at; 0 for the first.
             */
            version: number;
        };
        /** @description A filter to keep. */
        NewView: {
            name: string;
            page: string;
            query: string;
            shared?: boolean;
        };
        /** @description Something to do, with the place where it is done. */
        NextView: {
            /** Format: int64 */
            count: number;
            kind: string;
            link: string;
        };
        /** @description A text about the customer. */
        NoteView: {
            author?: string | null;
            /** Format: date */
            date: string;
            id: string;
            text: string;
        };
        /** @description Why something paid nothing. */
        NothingPaid: {
            /** @description The first event. */
            event: string;
            /** @description How often. */
            times: number;
            /** @description The reason, in both languages. */
            words: Record<string, never>;
        };
        /** @description Something that somebody is told. */
        Notice: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description About which handoff; absent where it is about several. */
            handoff?: string | null;
            /** @description The id. */
            id: string;
            /** @description Whether it was read. */
            is_read: boolean;
            /** @description handoff or late. */
            kind: string;
            /** @description What. */
            said: Record<string, never>;
        };
        /** @description What a person was told. */
        Notices: {
            /** @description The latest first, at most 200. */
            items: components["schemas"]["Notice"][];
            /**
             * Format: int64
             * @description How much was not read.
             */
            unread: number;
        };
        /** @description A record with which something is still to be done. */
        OpenRecord: {
            /** @description moves, stays or undecided. */
            fate: string;
            /** @description Which one. */
            id: string;
            /** @description What it is: opportunity, task and so on. */
            kind: string;
            /** @description What people call such a record. */
            kind_title: Record<string, never>;
            /** @description What it is called; empty where it has no name. */
            name: string;
            /** @description Whose it is. */
            owner?: string | null;
            /** @description Why it stays, or what is still to be decided. */
            said?: Record<string, never> | null;
            /** @description Who has it then. */
            then?: string | null;
            /**
             * Format: date
             * @description Until when it stays; then it passes on.
             */
            until?: string | null;
        };
        /** @description A sale that may come, or came. */
        OpportunityView: {
            amount?: components["schemas"]["Amount"] | null;
            /** Format: date */
            close?: string | null;
            /** Format: date */
            created?: string | null;
            id: string;
            kind: string;
            name?: string | null;
            owner?: string | null;
            stage?: string | null;
            status: string;
            unit?: components["schemas"]["Named"] | null;
        };
        /** @description Something that can be counted. */
        OutcomeChoice: {
            /** @description Whether the record knows it. */
            known: boolean;
            /** @description Which. */
            outcome: string;
            /** @description share, hours, count or money. */
            unit: string;
            /** @description Whether more or less of it is wanted. */
            wanted: string;
        };
        /** @description What handoffs changed, against like units that were not handed over. */
        OutcomeEffect: {
            /** @description day_90, day_180 or day_365. */
            at: string;
            /** @description not_enough_data with how many there are, or known with the differences of revenue and of the share still there, in hundredths of a percent. */
            effect: Record<string, never>;
        };
        /** @description What became of the units at one time. */
        OutcomeTally: {
            /** @description day_90, day_180 or day_365. */
            at: string;
            /** @description The share still there with its 95 % interval, in hundredths of a percent; absent where there are fewer than ten. */
            still_there: Record<string, never>;
            /** @description Kept, grown, lost, and those whose day has not come. */
            tally: Record<string, never>;
        };
        /** @description What became of the unit at one time. */
        OutcomeView: {
            /** @description day_90, day_180 or day_365. */
            at: string;
            /** @description not_yet, not_known, kept, grown or lost, with the change. */
            outcome: Record<string, never>;
        };
        /** @description One person's load. */
        Overstretch: {
            /**
             * Format: double
             * @description Customers more each month.
             */
            growth: number;
            /**
             * Format: int32
             * @description Customers held now.
             */
            held: number;
            /**
             * Format: double
             * @description Hours a month that a customer held asks for.
             */
            hours_per_customer: number;
            /** @description How that is. */
            level: components["schemas"]["LoadLevel"];
            /**
             * Format: double
             * @description Months until all hours are asked for.
             */
            months_to_red?: number | null;
            /**
             * Format: double
             * @description Months until nine tenths are reached at this pace; absent: not within two years.
             */
            months_to_warn?: number | null;
            /**
             * Format: double
             * @description Hours that customers ask for, by hours there are for them.
             */
            rho: number;
        };
        /** @description Everything at a glance. */
        OverviewView: {
            arr: components["schemas"]["Amount"];
            arr_months: components["schemas"]["MonthArr"][];
            coverage: components["schemas"]["Coverage"];
            /** Format: int64 */
            customers: number;
            grr: components["schemas"]["Retained"];
            movements_last_12: components["schemas"]["ArrMonth"][];
            new_customers_months: components["schemas"]["MonthCount"][];
            next: components["schemas"]["NextView"][];
            nrr: components["schemas"]["Retained"];
            /** @description Whose numbers these are: everything, team or own. */
            scope: string;
            /** Format: int64 */
            sellers: number;
            time_share: {
                [key: string]: number;
            };
        };
        /** @description A period of ownership. */
        OwnershipView: {
            /** Format: date */
            end?: string | null;
            role: string;
            seller: components["schemas"]["Named"];
            /** Format: date */
            start: string;
        };
        /** @description Somebody who takes part or is compared. */
        Participant: {
            /**
             * Format: double
             * @description The locked mean of the months before; absent before the start, and of people whom the reader does not lead.
             */
            before?: number | null;
            /**
             * Format: date
             * @description When it begins for this person; absent: with the others, or never.
             */
            from?: string | null;
            /** @description Who. */
            seller: components["schemas"]["Named"];
            /** @description The group within which was drawn. */
            stratum?: string | null;
        };
        /** @description Somebody who can take part. */
        PersonChoice: {
            /** @description The means of the last twelve months by outcome, as far as they are known. */
            means: {
                [key: string]: number;
            };
            /** @description Who. */
            seller: components["schemas"]["Named"];
            /** @description The team. */
            team?: string | null;
        };
        /** @description What pilots of several lengths can see. */
        PilotPlan: {
            /** @description What that means. */
            because: components["schemas"]["Sentence"][];
            /**
             * Format: double
             * @description The change that shall be seen.
             */
            expected: number;
            /** @description By length, shortest first. */
            lengths: components["schemas"]["Length"][];
            /** @description Months that are known. */
            months: number;
            /** @description What is counted. */
            outcome: string;
            /** @description People whose months are known. */
            people: number;
            /** @description The shortest that sees it four times out of five with the people there are. */
            shortest?: number | null;
            /** @description share, hours, count or money. */
            unit: string;
        };
        /** @description What a pilot shall see. */
        PilotQuestion: {
            /**
             * Format: double
             * @description The change that shall be seen, per person and month.
             */
            expected: number;
            /** @description What is counted. */
            outcome: string;
            /** @description Ids of those who could take part; everybody whom one leads where absent. */
            people?: string[] | null;
        };
        /** @description Where a customer is. */
        PlaceView: {
            /** Format: double */
            lat: number;
            /** Format: double */
            lon: number;
            source: string;
        };
        /** @description A playbook, and when its days would be if the handoff were accepted on the day it was, or today. */
        PlaybookView: {
            /**
             * Format: date
             * @description Usual day of the introduction.
             */
            introduction?: string | null;
            /** @description What rules and handoffs call it. */
            name: string;
            /** @description How many steps it has. */
            steps: number;
            /** @description What people call it. */
            title: Record<string, never>;
            /**
             * Format: date
             * @description Usual day of the transfer.
             */
            transfer?: string | null;
            /** @description Which version. */
            version: string;
        };
        /** @description Every playbook. */
        Playbooks: {
            /** @description With days as if a handoff were accepted today. */
            playbooks: components["schemas"]["PlaybookView"][];
            /**
             * Format: date
             * @description Today.
             */
            today: string;
        };
        /** @description A count of the last year as it would have been predicted. */
        PredictedCount: {
            /** @description What came. */
            came: number;
            /**
             * Format: double
             * @description Cases of the last year: years of customers, decided deals, years of sellers.
             */
            cases: number;
            /** @description Whether that lies within. */
            held: boolean;
            /**
             * Format: double
             * @description Its upper end.
             */
            high: number;
            /**
             * Format: double
             * @description The lower end of the 80 % interval.
             */
            low: number;
            /** @description lost, won or left. */
            measure: string;
            /** @description 0 small, 1 mid, 2 enterprise; absent for the whole company. */
            segment?: number | null;
        };
        /** @description An error on the wire. */
        Problem: {
            /** @description What is wrong and what to do, as a sentence. */
            detail: string;
            /** @description The detail in both languages of the page, where it is known in both: `{"en": "...", "zh-Hant": "..."}`. */
            said?: Record<string, never> | null;
            /**
             * Format: int32
             * @description The HTTP status.
             */
            status: number;
            /** @description What kind of error it is. */
            title: string;
            /** @description `about:blank`: the title says it. */
            type: string;
        };
        /** @description What could not be read, and where. */
        ProblemRow: {
            advice: string;
            column: string;
            file: string;
            /** Format: int64 */
            line: number;
            object: string;
            problem: string;
            value: string;
        };
        /** @description How far a run has come. */
        Progress: {
            /** Format: int64 */
            done: number;
            phase: string;
            /** Format: int64 */
            total: number;
        };
        /** @description The decision that holds. */
        Promise: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who decided. */
            by: string;
            /** @description Simulated lives that the bands are made of. */
            lives: number;
            /** @description Months that they last. */
            months: number;
            /** @description What the scenario was called. */
            scenario: string;
            /**
             * Format: date
             * @description The day from which the roles were split.
             */
            split: string;
        };
        /** @description Which plan was decided for, and since when. */
        PromiseText: {
            /**
             * Format: double
             * @description Recurring revenue a year that it may lose, as a share of it.
             */
            inside_loss?: number | null;
            /**
             * Format: double
             * @description Cost that the inside channel shall save, as a share of it.
             */
            inside_saving?: number | null;
            /** @description The id of the scenario; the plan that counts under Decide where absent. */
            scenario?: string | null;
            /**
             * Format: date
             * @description The day from which the roles were split; that of the plan where absent.
             */
            split?: string | null;
        };
        /** @description What to propose. */
        ProposedHandoff: {
            /** @description Why. */
            reason: string;
            /** @description The id of the seller who is to receive it. */
            receiver?: string | null;
            /** @description How it should go: `{"playbook": "standard", "transfer": "2026-06-29"}`. */
            wish?: Record<string, never> | null;
        };
        /** @description What one unit of a currency is worth in the company's from a date on. */
        RateView: {
            currency: string;
            /** Format: date */
            date: string;
            /** @description Decimal text with at most nine decimals. */
            rate: string;
        };
        /** @description What was read. */
        ReadNotices: {
            /** @description These ids; absent: everything. */
            ids?: string[] | null;
        };
        /** @description Whether a seller can do the work of a role. */
        Readiness: {
            /** @description What competencies say, whatever holds; none where too little was assessed. */
            assessed?: boolean | null;
            /**
             * Format: date-time
             * @description When; none where it follows from competencies.
             */
            at?: string | null;
            /** @description Who stated it; empty where it follows from competencies. */
            by: string;
            /** @description What is still to be learned. */
            gaps: string[];
            /** @description Whether the seller can do the work. */
            ready: boolean;
            /** @description What makes whoever stated it think so; empty where it follows from competencies. */
            reason: string;
            /** @description For which role. */
            role: string;
            /** @description Who. */
            seller: components["schemas"]["Named"];
            /** @description What holds: stated, or competencies where nobody stated anything within a year. */
            source: string;
        };
        /** @description What is stated of the sellers whom one sees. */
        ReadinessList: {
            /** @description By seller and role. */
            items: components["schemas"]["Readiness"][];
        };
        /** @description A reason: the code and the numbers say all; the text says it in English. */
        Reason: {
            /** @description Which sentence. */
            code: string;
            /** @description What is filled in. */
            numbers: {
                [key: string]: number;
            };
            /** @description The sentence. */
            text: string;
        };
        /** @description Somebody who could receive the unit. */
        Receiver: {
            /**
             * Format: int64
             * @description Customers with this unit.
             */
            load_after: number;
            /**
             * Format: int64
             * @description Customers that one can carry.
             */
            load_limit: number;
            /** @description What the points are made of: aspect, likeness, weight, and what was seen in words. */
            parts: Record<string, never>[];
            /**
             * Format: int32
             * @description How much speaks for the seller, 0 to 10,000.
             */
            points_bp: number;
            /** @description Who. */
            seller: components["schemas"]["Named"];
            /** @description paired, settled or new: it comes before points. */
            tier: string;
        };
        /** @description Everybody of a role. */
        Receivers: {
            /** @description Those of the role who cannot receive it, by name. */
            barred: components["schemas"]["Barred"][];
            /** @description The best first. */
            ranked: components["schemas"]["Receiver"][];
            /** @description The role that is looked among. */
            role: string;
        };
        /** @description Counts of one file. */
        ReportRow: {
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            failed: number;
            file: string;
            object: string;
            /** Format: int64 */
            read: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            updated: number;
        };
        /** @description What came of a run or a dry run. */
        ReportView: {
            dry_run: boolean;
            notes: string[];
            objects: components["schemas"]["ReportRow"][];
        };
        /** @description A share of what was there a year before, in percent; absent for an empty cohort. */
        Retained: {
            because: string;
            cohort_start?: components["schemas"]["Amount"] | null;
            /** Format: double */
            value?: number | null;
        };
        /** @description A mix of roles with its timing. */
        RolePlan: {
            /** @description Seats: generalists, hunters, field and inside account managers. */
            team: number[];
            /** @description Weeks from signing to handoff, by segment; of no meaning in the one-role model. */
            weeks: number[];
        };
        /** @description What one rule decides. */
        RuleEffect: {
            /** @description What it comes to. */
            answers: components["schemas"]["Answers"];
            /** @description The rule; absent: no rule fits. */
            rule?: string | null;
        };
        /** @description One rule. */
        RuleView: {
            /** @description Why the company wants it so. */
            because?: string | null;
            /** @description Its name in decisions. */
            id: string;
            /** @description How the handoff is done. */
            playbook?: string | null;
            /** @description The condition as rows; absent where it is more than rows can say. */
            rows?: Record<string, never> | null;
            /** @description hand_off, keep or ask. */
            then: string;
            /** @description The role that receives. */
            to?: string | null;
            /** @description The condition as it was written. */
            when: string;
        };
        /** @description All versions, the latest first. */
        Rules: {
            /** @description Whether the reader may adopt and withdraw. */
            may_adopt: boolean;
            /** @description Whether the reader may decide about units. */
            may_decide: boolean;
            /** @description Whether the reader may try documents on the book. */
            may_try: boolean;
            /** @description The versions. */
            versions: components["schemas"]["RulesVersion"][];
        };
        /** @description A document. */
        RulesDocument: {
            /**
             * Format: date
             * @description First day in force.
             */
            effective: string;
            /** @description One that is true turns `hand_off` into `keep`. */
            holds: components["schemas"]["HoldView"][];
            /** @description What the company calls it. */
            name: string;
            /** @description The first that is true decides. */
            rules: components["schemas"]["RuleView"][];
            /** @description Which version it calls itself. */
            version: string;
        };
        /** @description The last two years. */
        RulesHistory: {
            /** @description The currency of ARR. */
            currency: string;
            /** @description The earliest first. */
            months: components["schemas"]["RulesMonth"][];
        };
        /** @description One month. */
        RulesMonth: {
            /** @description Units to ask about on that day. */
            ask: components["schemas"]["UnitsAndArr"];
            /**
             * Format: date
             * @description Its last day, or today.
             */
            day: string;
            /** @description Units to hand off on that day. */
            hand_off: components["schemas"]["UnitsAndArr"];
            /**
             * Format: int64
             * @description Units that passed to another role in that month, in the record.
             */
            happened: number;
            /** @description Units to hand off that were not the month before. */
            newly: components["schemas"]["UnitsAndArr"];
            /**
             * Format: int64
             * @description What today's version would have made `newly`; absent where none is in force.
             */
            newly_in_force?: number | null;
        };
        /** @description A document as it is written, in YAML or JSON. */
        RulesText: {
            document: string;
        };
        /** @description A document to try. */
        RulesTrial: {
            /**
             * Format: date
             * @description Today where absent.
             */
            as_of?: string | null;
            document: string;
        };
        /** @description What a document would do. */
        RulesTryOut: {
            /** @description What it comes to. */
            answers: components["schemas"]["Answers"];
            /**
             * Format: date
             * @description As of which day.
             */
            as_of: string;
            /** @description The currency of ARR. */
            currency: string;
            /**
             * Format: int64
             * @description Customers with a unit that passes on.
             */
            customers_moved: number;
            /** @description Units that the version in force treats otherwise; absent where none is in force. */
            differences?: components["schemas"]["Difference"][] | null;
            /**
             * Format: int64
             * @description Units for which a person's decision counts.
             */
            exceptions: number;
            /** @description What each hold keeps back. */
            holds: components["schemas"]["Count"][];
            /** @description Books that change, those that grow most first. */
            loads: components["schemas"]["LoadView"][];
            /** @description Facts without which units cannot be decided, the most wanted first. */
            missing: components["schemas"]["Count"][];
            /** @description Units that pass on, the largest first, at most 200. */
            moves: components["schemas"]["MoveView"][];
            /** @description What each rule decides, in the document's order; the last is of units that no rule fits. */
            rules: components["schemas"]["RuleEffect"][];
            /**
             * Format: int64
             * @description Units that pass on to a role that nobody has.
             */
            without_receiver: number;
        };
        /** @description A version. */
        RulesVersion: {
            /**
             * Format: date-time
             * @description When.
             */
            adopted_at: string;
            /** @description Who adopted it. */
            by: string;
            /** @description As it was written. */
            document: string;
            /**
             * Format: date
             * @description First day in force.
             */
            effective: string;
            /** @description The id. */
            id: string;
            /** @description What the company calls it. */
            name: string;
            /** @description in_force, coming, past or withdrawn. */
            state: string;
            /** @description Which version it calls itself. */
            version: string;
        };
        /** @description A plan that was decided for. */
        SalesPlan: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Why. */
            because: string;
            /** @description Who decided. */
            by: string;
            /** @description Whether it is the one that counts: the last that stands. */
            counts: boolean;
            /** @description What is expected of it, counted from its first week. */
            expected: components["schemas"]["SimulatedScenario"];
            /**
             * Format: date
             * @description The day from which it counts.
             */
            from: string;
            /** @description The id. */
            id: string;
            /** @description What the decision called it. */
            name: string;
            /** @description The study whose answer holds it. */
            study: string;
            /** @description Last weeks of the periods of what is expected, counted from 1. */
            weeks: number[];
            /** @description Who took it back. */
            withdrawn_by?: string | null;
        };
        /** @description A scenario. */
        Scenario: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who wrote it last. */
            by: string;
            /** @description Parameters that differ from the defaults. */
            changed: Record<string, never>;
            /** @description As it was written. */
            document: string;
            /** @description Whether it starts from the book as it is, and not from averages. */
            from_book: boolean;
            /** @description The id. */
            id: string;
            /** @description What the company calls it. */
            name: string;
            /** @description Seats by role: generalists, hunters, account managers, inside account managers. */
            team: number[];
            /**
             * Format: int64
             * @description One more with every change.
             */
            version: number;
            /** @description Weeks from signing to handoff by segment. */
            weeks: number[];
        };
        /** @description A scenario in place of a version that was read. */
        ScenarioChange: {
            document: string;
            from_book: boolean;
            name: string;
            /** Format: int64 */
            version: number;
        };
        /** @description A scenario as it is written, in YAML or JSON: names and values of parameters. */
        ScenarioDocument: {
            document: string;
        };
        /** @description A parameter of the model. */
        ScenarioParameter: {
            /** @description Its default. */
            default: Record<string, never>;
            /**
             * Format: double
             * @description The greatest.
             */
            greatest: number;
            /** @description The name in documents. */
            key: string;
            /**
             * Format: double
             * @description The least possible number.
             */
            least: number;
            /** @description What it is, with its unit. */
            meaning: string;
        };
        /** @description A scenario to keep. */
        ScenarioText: {
            document: string;
            /** @description Whether it starts from the book as it is, and not from averages. */
            from_book?: boolean;
            name: string;
        };
        /** @description Scenarios to try; the first is what the others are held against. */
        ScenarioTrial: {
            plans: components["schemas"]["ScenarioText"][];
        };
        /** @description The scorecard. */
        Scorecard: {
            /**
             * Format: date
             * @description Nothing later was looked at.
             */
            as_of: string;
            /** @description The currency of amounts. */
            currency: string;
            decided?: components["schemas"]["DecidedPlan"] | null;
            /** @description The first of them. */
            from?: string | null;
            /** @description Units that passed on beside units alike. */
            handed_over: components["schemas"]["HandedOverUnits"][];
            inside?: components["schemas"]["InsideChannel"] | null;
            /** @description The five lines; empty before the first month is over. */
            lines: components["schemas"]["ScorecardLine"][];
            /** @description Whether the reader may say which was. */
            may_promise: boolean;
            /** @description Whole months since the split. */
            months: number;
            /** @description What became of units 90, 180 and 365 days after their handoff. */
            outcomes: components["schemas"]["OutcomeTally"][];
            pairs?: components["schemas"]["ScorecardPairs"] | null;
            promise?: components["schemas"]["Promise"] | null;
            /** @description Scenarios that could have been decided for. */
            scenarios: components["schemas"]["ScorecardScenario"][];
            /** @description everything or team: whose names are shown. */
            scope: string;
            /** @description The last of them. */
            to?: string | null;
            /** @description How many there are of each kind. */
            warning_counts: components["schemas"]["ScorecardWarningCount"][];
            /** @description What needs somebody now, most pressing first. */
            warnings: components["schemas"]["ScorecardWarning"][];
        };
        /** @description One line of the scorecard. */
        ScorecardLine: {
            /**
             * Format: double
             * @description What came.
             */
            actual?: number | null;
            /**
             * Format: double
             * @description The same over the same months a year before the split.
             */
            before?: number | null;
            /**
             * Format: double
             * @description One life in ten is above.
             */
            high?: number | null;
            /**
             * Format: double
             * @description One life in ten is below.
             */
            low?: number | null;
            /** @description acquisition, retention, growth, cost or profit. */
            measure: string;
            /** @description Month by month since the split. */
            months: components["schemas"]["ScorecardMonth"][];
            /**
             * Format: double
             * @description The middle of what was promised.
             */
            promised?: number | null;
            /** @description ahead, as_promised, behind or not_known. */
            standing: string;
            /** @description What that means. */
            told: components["schemas"]["Sentence"];
        };
        /** @description One month of a line's picture, counted from the split on. */
        ScorecardMonth: {
            /**
             * Format: double
             * @description What came, until its end.
             */
            actual?: number | null;
            /**
             * Format: double
             * @description One life in ten is above.
             */
            high?: number | null;
            /**
             * Format: double
             * @description One life in ten is below.
             */
            low?: number | null;
            /**
             * Format: double
             * @description The middle of what was promised.
             */
            middle?: number | null;
            /** @description The month. */
            month: string;
        };
        /** @description One hunter with one account manager. */
        ScorecardPair: {
            account_manager?: components["schemas"]["Named"] | null;
            /**
             * Format: double
             * @description The mean rating of briefs, 1 to 5.
             */
            brief_rating?: number | null;
            /** @description What needs a word. */
            concerns: components["schemas"]["Sentence"][];
            /** @description Handoffs of the hunter while so paired. */
            handoffs: number;
            /** @description Who gives. */
            hunter: components["schemas"]["Named"];
            /**
             * Format: double
             * @description The share of them with a joint meeting.
             */
            met?: number | null;
            /** @description Ratings given. */
            ratings: number;
            /**
             * Format: double
             * @description The share of them that went to the paired account manager.
             */
            to_paired?: number | null;
        };
        /** @description All pairs that the reader leads. */
        ScorecardPairs: {
            /**
             * Format: double
             * @description The mean rating of briefs.
             */
            brief_rating?: number | null;
            /** @description Handoffs that were looked at. */
            handoffs: number;
            /**
             * Format: double
             * @description The share with a joint meeting.
             */
            met?: number | null;
            /** @description By hunter and account manager. */
            pairs: components["schemas"]["ScorecardPair"][];
            /**
             * Format: double
             * @description The share that went to the paired account manager.
             */
            to_paired?: number | null;
        };
        /** @description A scenario that could have been decided for. */
        ScorecardScenario: {
            /** @description The id. */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /** @description One warning. */
        ScorecardWarning: {
            /** @description rebalance, call_customer, prepare_renewal, finish_handoff or tell_hunter. */
            act: string;
            /** @description The customer that it is about. */
            customer_id?: string | null;
            /**
             * Format: date
             * @description The day until which it should be done; absent: as soon as possible.
             */
            due?: string | null;
            /** @description The handoff that it is about. */
            handoff_id?: string | null;
            /** @description Whose job it is. */
            seller: components["schemas"]["Named"];
            /** @description What it is and what to do. */
            told: components["schemas"]["Sentence"];
        };
        /** @description How many there are of a kind. */
        ScorecardWarningCount: {
            /** @description Which kind. */
            act: string;
            /** @description How many. */
            count: number;
        };
        /** @description The best mixes and timings. */
        SearchedPlans: components["schemas"]["FoundPlans"] & {
            drivers?: components["schemas"]["StudyDrivers"] | null;
            versus?: components["schemas"]["StudyVerdict"] | null;
        };
        /** @description A seller in short. */
        SellerDiagnosis: {
            /** @description Measures in short. */
            findings: components["schemas"]["SellerFinding"][];
            /** @description For the small picture. */
            months: components["schemas"]["SellerPoint"][];
            overstretch?: components["schemas"]["Overstretch"] | null;
            /** @description Who. */
            seller: components["schemas"]["Named"];
        };
        /** @description A measure in short. */
        SellerFinding: {
            /** @description Whether it is so. */
            answer: components["schemas"]["Answer"];
            /**
             * Format: double
             * @description Crowding out: how wins lean on load, in standard errors; trend: share of the usual number a year; hunting: share of selling time.
             */
            estimate?: number | null;
            /** @description Which measure. */
            measure: components["schemas"]["Measure"];
            /**
             * Format: double
             * @description Corrected over all sellers.
             */
            p_adjusted?: number | null;
        };
        /** @description One month of a seller. */
        SellerPoint: {
            /**
             * Format: double
             * @description Recorded hours with customers that buy already.
             */
            customer_hours?: number | null;
            /**
             * Format: int32
             * @description Customers held at its start.
             */
            held?: number | null;
            /**
             * Format: double
             * @description Recorded hours for new business.
             */
            hunting_hours?: number | null;
            /** @description The month. */
            month: string;
            /**
             * Format: int32
             * @description Customers won.
             */
            won?: number | null;
        };
        /** @description A seller. */
        SellerView: {
            id: string;
            manager?: components["schemas"]["Named"] | null;
            name: string;
            role?: string | null;
            team?: string | null;
        };
        /** @description What is said, in both languages. */
        Sentence: {
            /** @description Which sentence. */
            code: string;
            /** @description In English. */
            text: string;
            /** @description In Traditional Chinese. */
            text_zh_hant: string;
        };
        /** @description What can be set. */
        SettingsView: {
            /** @description The currency of totals. */
            currency: string;
            /**
             * Format: int32
             * @description Customers that one seller can carry; nobody receives more.
             */
            customers_max: number;
            /** @description Whether derived subscriptions stay in force where a source records no renewals. */
            derived_open_ended: boolean;
            /**
             * Format: int32
             * @description Months that a subscription derived from a won opportunity is in force.
             */
            derived_term_months: number;
            /** @description The company's name. */
            name: string;
            /** @description Whether units that left and came back count in retention. */
            reactivation_counts: boolean;
        };
        /** @description What a giver keeps of the incentive for a while, on units with the same curve. */
        SharesOf: {
            /** @description The curve: which share for how many months. */
            curve: Record<string, never>;
            /** @description Who gives. */
            giver: components["schemas"]["Named"];
            /**
             * Format: int32
             * @description How many units.
             */
            units: number;
            /**
             * Format: date
             * @description The last day of the last of them.
             */
            until: string;
        };
        /** @description Who signs in. */
        SignIn: {
            email: string;
            password: string;
        };
        /** @description A number of both scenarios and the difference, second less first. */
        SimulatedDifference: {
            /**
             * Format: double
             * @description The mean difference.
             */
            difference: number;
            /**
             * Format: double
             * @description Its mean in the first scenario.
             */
            first: number;
            /**
             * Format: double
             * @description The greatest.
             */
            high?: number | null;
            /**
             * Format: double
             * @description The least difference of the 95 % interval (Student's t, paired); none with one seed.
             */
            low?: number | null;
            /** @description Which number. */
            measure: string;
            /**
             * Format: double
             * @description The share of seeds in which the second has more.
             */
            more: number;
            /**
             * Format: double
             * @description The standard deviation of the differences.
             */
            sd?: number | null;
            /**
             * Format: double
             * @description Its mean in the second.
             */
            second: number;
        };
        /** @description A measure through time; one entry per period, each with the values of [`FAN`]. */
        SimulatedFan: {
            /** @description 5, 25, 50, 75 and 95 % of the seeds lie below. Where there are fewer than periods, as for retention, they are the last ones. */
            bands: number[][];
            /**
             * @description arr, retention, won, lost, cost, contribution or hunting; won, lost, cost and contribution are running sums, hunting is a share of hours,
             *     retention is the share of recurring revenue that was kept, as a rate a year, over the 52 weeks before.
             */
            measure: string;
        };
        /** @description What becomes of a scenario. */
        SimulatedScenario: {
            /**
             * Format: double
             * @description Sums of contribution over the whole time, mean.
             */
            contribution: number;
            /** @description Differences to the first scenario, seed by seed; empty for the first. */
            differences: components["schemas"]["SimulatedDifference"][];
            /** @description Through time. */
            fans: components["schemas"]["SimulatedFan"][];
            /** @description Means over the seeds. */
            mean: components["schemas"]["SimulatedSummary"];
            /** @description The model that played it. */
            model: string;
            /** @description Its name. */
            name: string;
            /** @description Standard deviations. */
            sd: components["schemas"]["SimulatedSummary"];
            /** @description Values of whole lives. */
            spreads: components["schemas"]["SimulatedSpread"][];
            /** @description Seats by role: generalists, hunters, account managers, inside account managers. */
            team: number[];
            /** @description Where the hours go. */
            time: components["schemas"]["SimulatedTimeUse"][];
            /** @description Weeks from signing to handoff by segment, where the policy is one of weeks. */
            weeks?: number[] | null;
        };
        /** @description A value of whole lives: how far they lie apart. */
        SimulatedSpread: {
            /** @description 5, 25, 50, 75 and 95 % of the seeds lie below. */
            band: number[];
            /** @description npv, npv_operating, contribution, grr or nrr; the last two of the last whole year. */
            measure: string;
        };
        /** @description A statistic of every number of an outcome over seeds; none where it has no value. */
        SimulatedSummary: {
            /** @description As in [`Outcome`]. */
            arr: (number | null)[];
            /**
             * Format: double
             * @description As in [`Outcome`].
             */
            cost?: number | null;
            /** @description As in [`Outcome`]. */
            grr: (number | null)[];
            /**
             * Format: double
             * @description As in [`Outcome`].
             */
            handoffs?: number | null;
            /**
             * Format: double
             * @description As in [`Outcome`].
             */
            leavers?: number | null;
            /**
             * Format: double
             * @description As in [`Outcome`].
             */
            logos?: number | null;
            /**
             * Format: double
             * @description As in [`Outcome`].
             */
            lost?: number | null;
            /**
             * Format: double
             * @description As in [`Outcome`].
             */
            npv?: number | null;
            /**
             * Format: double
             * @description As in [`Outcome`].
             */
            npv_operating?: number | null;
            /** @description As in [`Outcome`]. */
            nrr: (number | null)[];
            /**
             * Format: double
             * @description As in [`Outcome`].
             */
            opportunities?: number | null;
        };
        /** @description Mean shares of the hours in a year: new business, expansion, routine, urgent and easy work. */
        SimulatedTimeUse: {
            /** @description In the order above. */
            shares: number[];
            /** @description Counted from 1. */
            year: number;
        };
        /** @description The chart. */
        Slowdown: {
            /** @description The first alarm whose slowdown still goes on at the end. */
            alarm?: string | null;
            /**
             * Format: double
             * @description Months until a fall by a quarter is found, simulated.
             */
            detection_months: number;
            /**
             * Format: double
             * @description Months between false alarms, simulated.
             */
            false_alarm_months: number;
            /** @description Month by month. */
            points: components["schemas"]["SlowdownPoint"][];
            /** @description The month in which that slowdown began. */
            since?: string | null;
            /**
             * Format: double
             * @description An alarm is a sum above this.
             */
            threshold: number;
        };
        /** @description One month of the chart. */
        SlowdownPoint: {
            /**
             * Format: double
             * @description What the first half of the months and the season let expect, for the sellers who were there.
             */
            expected: number;
            /**
             * Format: double
             * @description As many as chance alone brings.
             */
            high: number;
            /**
             * Format: double
             * @description As few as chance alone brings in 19 months of 20, one side and the other.
             */
            low: number;
            /** @description The month. */
            month: string;
            /**
             * Format: double
             * @description The chart's sum.
             */
            sum: number;
            /**
             * Format: int32
             * @description Customers won.
             */
            won: number;
        };
        /** @description Hours by where they come from. */
        SourceHours: {
            /** Format: double */
            hours: number;
            source: string;
        };
        /** @description Whose export it is. */
        SourceView: {
            /** @description Why it was recognised. */
            because?: string | null;
            /** @description Absent where no system is known by the headers. */
            kind?: string | null;
            /** @description Under which the ids are kept. */
            name: string;
        };
        /** @description That somebody decided. */
        StaffingAdoption: {
            /** @description Why; everybody concerned reads it. */
            because: string;
            /** @description balanced, wishes or continuity. */
            objective: string;
            /**
             * Format: int64
             * @description The version that was looked at.
             */
            version: number;
        };
        /** @description What another role of a person would cost. */
        StaffingAlternative: {
            /** @description Whether that is less than what fit may be off. */
            close: boolean;
            /**
             * Format: int64
             * @description Points fewer.
             */
            cost: number;
            /** @description Others whose role would change with it. */
            others: components["schemas"]["Named"][];
            /** @description Which role. */
            role: string;
        };
        /** @description What other roles of a person would cost. */
        StaffingAlternatives: {
            items: components["schemas"]["StaffingAlternative"][];
        };
        /** @description Answers to the questionnaire. */
        StaffingAnswers: {
            /** @description 1, not at all, to 5, fully, by item; items may be left out. */
            answers: {
                [key: string]: number;
            };
            /** @description That the person agrees to their use. */
            consents: boolean;
            /** @description en or zh-Hant. */
            language: string;
        };
        /** @description Something that was said. */
        StaffingAssessment: {
            /** Format: date-time */
            at: string;
            because: string;
            by: string;
            competency: string;
            /** Format: int64 */
            level: number;
            /** Format: date */
            on: string;
            /** @description self, manager or evidence. */
            source: string;
        };
        /** @description A figure with its 80 % band, in standard deviations of people. */
        StaffingBand: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            mean: number;
        };
        /** @description What to change of a proposal. */
        StaffingChange: {
            locks: {
                [key: string]: string;
            };
            seats: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description The version that was looked at.
             */
            version: number;
            weights: {
                [key: string]: number;
            };
        };
        /** @description What the roles must be able to do. */
        StaffingCompetencies: {
            /** @description id, role, title, what others see at levels 1 to 4, the level needed, and whether nobody is ready without it. */
            items: Record<string, never>[];
        };
        /** @description A profile: never one number, never a decision. */
        StaffingFit: {
            /** @description Whether the person answered the questionnaire. */
            answered: boolean;
            /** @description Hunting less keeping. */
            difference: components["schemas"]["StaffingBand"];
            /** @description How winning customers suits the person. */
            hunting: components["schemas"]["StaffingBand"];
            /** @description How keeping customers does. */
            keeping: components["schemas"]["StaffingBand"];
            /** @description hunting, keeping, too_close or not_known. */
            leaning: string;
            /** @description Whether the record shows how the person hunts, and how the person keeps. */
            recorded: boolean[];
            /** @description Every trait. */
            traits: components["schemas"]["StaffingTrait"][];
        };
        /** @description Groups that the record does not hold. */
        StaffingGivenGroups: {
            /** @description A group's name by seller. */
            groups: {
                [key: string]: string;
            };
        };
        /** @description A group in one figure. */
        StaffingGroup: {
            /** @description For shares: whether it is below four fifths of the highest group's, beyond chance. */
            below_four_fifths: boolean;
            /** @description By how much it is above everybody else's, with the 95 % interval. */
            difference?: number[] | null;
            /** @description Whether the interval leaves out nothing at all: a difference beyond chance. */
            differs: boolean;
            /** @description Which group. */
            group: string;
            /** @description People of whom there is a figure. */
            people: number;
            /**
             * Format: double
             * @description Their mean, or the share of them; none where they, or all others, are fewer than five.
             */
            value?: number | null;
        };
        /** @description One figure by group. */
        StaffingGroupFigure: {
            /** @description The groups, by name. */
            groups: components["schemas"]["StaffingGroup"][];
            /** @description hunting, keeping or proposed. */
            id: string;
        };
        /** @description The check. */
        StaffingGroups: {
            /** @description Fit for hunting and keeping, and who is proposed to hunt in the latest proposals. */
            figures: components["schemas"]["StaffingGroupFigure"][];
            /** @description People in a group below which nothing is said of it. */
            people_min: number;
            /** @description What the check can and cannot tell. */
            says: Record<string, never>;
        };
        /** @description A sentence of the questionnaire. */
        StaffingItem: {
            id: string;
            text: Record<string, never>;
        };
        /** @description An item of a learning plan. */
        StaffingLearning: {
            /** @description Who planned it. */
            by: string;
            /** @description For which competency. */
            competency: string;
            /**
             * Format: date
             * @description When it was done.
             */
            done?: string | null;
            /** @description The id. */
            id: string;
            /** @description open, late or done. */
            state: string;
            /**
             * Format: date
             * @description Until when.
             */
            until: string;
            /** @description How. */
            what: string;
        };
        /** @description What becomes of an item. */
        StaffingLearningAct: {
            /** @enum {string} */
            act: "finish";
            /**
             * Format: date
             * @description Which day.
             */
            on: string;
        } | {
            /** @enum {string} */
            act: "reopen";
        } | {
            /** @enum {string} */
            act: "drop";
        };
        /** @description What becomes of an item. */
        StaffingLearningActs: {
            act: components["schemas"]["StaffingLearningAct"];
        };
        /** @description That somebody looked. */
        StaffingLook: {
            /**
             * Format: date-time
             * @description When, the last time on that day.
             */
            at: string;
            /** @description profile, or proposal: made, changed or looked at. */
            at_what: string;
            /** @description Who. */
            by: string;
            /**
             * Format: int32
             * @description How often on that day.
             */
            times: number;
        };
        /** @description The reader's own page. */
        StaffingMine: {
            /** @description Whether the reader leads somebody. */
            leads: boolean;
            person?: components["schemas"]["StaffingPerson"] | null;
            /** @description Whether the reader sees what everybody can do, and the check of groups. */
            runs: boolean;
        };
        /** @description A proposal that a person is in, with nobody else's figures. */
        StaffingNamedIn: {
            /** @description For which objective somebody decided. */
            adopted?: string | null;
            /** @description Why. */
            adopted_because?: string | null;
            /** @description Who did, and why. */
            adopted_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who made it. */
            by: string;
            /** @description What it is called. */
            name: string;
            /** @description What the roles were chosen by. */
            placed: components["schemas"]["StaffingPlaced"];
            /** @description The role by objective. */
            roles: {
                [key: string]: string | null;
            };
        };
        /** @description Something to say of what somebody can do. */
        StaffingNewAssessment: {
            /** @description What makes one think so; for evidence, where it can be looked up. */
            because: string;
            competency: string;
            /**
             * Format: int32
             * @description 0, not seen yet, to 4.
             */
            level: number;
            /** Format: date */
            on: string;
            /** @description self of oneself; manager or evidence of others. */
            source: string;
        };
        /** @description Something to learn. */
        StaffingNewLearning: {
            competency: string;
            /** Format: date */
            until: string;
            /** @description How: a course, a visit together, an own case. */
            what: string;
        };
        /** @description What to propose. */
        StaffingNewProposal: {
            /** @description Roles by seller that the manager has decided on. */
            locks?: {
                [key: string]: string;
            };
            name: string;
            /** @description Sellers; absent: everybody whom the reader leads. */
            people?: string[] | null;
            /** @description Seats by hunter, account_manager and inside_account_manager. */
            seats: {
                [key: string]: number;
            };
            /** @description How much fit, wish, competencies, relationships and location count; absent: the usual weights. */
            weights?: {
                [key: string]: number;
            } | null;
        };
        /** @description The best assignment for one objective. */
        StaffingOption: {
            /**
             * Format: int32
             * @description People who change their role.
             */
            changes: number;
            /**
             * Format: int64
             * @description Points fewer than the balanced one, by the company's weights.
             */
            cost: number;
            /** @description balanced, wishes or continuity. */
            objective: string;
            /** @description The role of each person. */
            roles: {
                [key: string]: string | null;
            };
            /** @description What people call it. */
            title: Record<string, never>;
            /** @description Seats that are left: people to hire. */
            to_hire: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Points by the company's weights.
             */
            worth: number;
        };
        /** @description What a person says. */
        StaffingOwnWords: {
            /** @description A word to the profile. */
            comment?: string | null;
            /** @description A word to it. */
            note?: string | null;
            /** @description want, open or rather_not by role. */
            wishes: {
                [key: string]: string;
            };
        };
        /** @description One aspect of a person in a role. */
        StaffingPart: {
            /** @description fit, wish, competencies, relationships or location. */
            aspect: string;
            /**
             * Format: int32
             * @description 0 to 100.
             */
            value: number;
            /**
             * Format: int32
             * @description How much it counts.
             */
            weight: number;
        };
        /** @description A person. */
        StaffingPerson: {
            /** @description The own answers, for the person only. */
            answers?: {
                [key: string]: number;
            } | null;
            /** @description All that was said of what the person can do, the latest first. */
            assessments: components["schemas"]["StaffingAssessment"][];
            fit?: components["schemas"]["StaffingFit"] | null;
            /** @description What the person learns. */
            learning: components["schemas"]["StaffingLearning"][];
            /** @description Who looked, for the person only. */
            looks?: components["schemas"]["StaffingLook"][] | null;
            /** @description Whether the reader may say for others what this person can do. */
            may_assess: boolean;
            /** @description Whether it is the reader. */
            own: boolean;
            /** @description Proposals that name the person, for the person only. */
            proposals?: components["schemas"]["StaffingNamedIn"][] | null;
            /** @description The role of today. */
            role?: string | null;
            /** @description How the person stands in each role. */
            roles: components["schemas"]["StaffingRole"][];
            /** @description Who. */
            seller: components["schemas"]["Named"];
            words?: components["schemas"]["StaffingOwnWords"] | null;
            year?: components["schemas"]["StaffingYear"] | null;
        };
        /** @description A person in a proposal. */
        StaffingPlaced: {
            /** @description The role that a manager has decided on. */
            locked?: string | null;
            /** @description The role held when it was made. */
            now?: string | null;
            /** @description By role. */
            points: {
                [key: string]: components["schemas"]["StaffingPoints"];
            };
            /** @description Who. */
            seller: components["schemas"]["Named"];
        };
        /** @description A person in a role. */
        StaffingPoints: {
            /**
             * Format: int64
             * @description How far that may be off because fit may be.
             */
            band: number;
            /** @description What it is made of; what is not known is not there. */
            parts: components["schemas"]["StaffingPart"][];
            /**
             * Format: int64
             * @description 0 to 10,000.
             */
            total: number;
        };
        /** @description A proposal. */
        StaffingProposal: {
            /** @description For which objective somebody decided. */
            adopted?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            adopted_at?: string | null;
            /** @description Why. */
            adopted_because?: string | null;
            /** @description Who. */
            adopted_by?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who made it. */
            by: string;
            /** @description The id. */
            id: string;
            /** @description Where each aspect's number comes from. */
            meanings: Record<string, never>;
            /** @description What it is called. */
            name: string;
            /** @description Balanced first, then what it would be if wishes, or relationships, came first. */
            options: components["schemas"]["StaffingOption"][];
            /** @description Everybody, by name. */
            people: components["schemas"]["StaffingPlaced"][];
            /** @description Seats by role. */
            seats: {
                [key: string]: number;
            };
            /**
             * Format: int64
             * @description Tells two writers apart.
             */
            version: number;
            /** @description How much each aspect counts. */
            weights: {
                [key: string]: number;
            };
        };
        /** @description One proposal in a list. */
        StaffingProposalLine: {
            /** @description For which objective somebody decided. */
            adopted?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who made it. */
            by: string;
            /** @description The id. */
            id: string;
            /** @description What it is called. */
            name: string;
            /** @description People. */
            people: number;
            /** @description Seats by role. */
            seats: {
                [key: string]: number;
            };
        };
        /** @description Proposals. */
        StaffingProposals: {
            /** @description People whom the reader leads, whom a proposal would be about, by role of today. */
            group: {
                [key: string]: number;
            };
            /** @description The latest first. */
            items: components["schemas"]["StaffingProposalLine"][];
        };
        /** @description The questionnaire. */
        StaffingQuestionnaire: {
            scales: components["schemas"]["StaffingScale"][];
        };
        /** @description How somebody stands in a role. */
        StaffingRole: {
            /** @description Whether the person is ready by what was assessed; none where that is too little. */
            assessed?: boolean | null;
            /** @description What is still to be learned. */
            gaps: Record<string, never>[];
            /** @description What counts for handoffs: the statement where there is one, else what was assessed. */
            ready?: boolean | null;
            /** @description Why, as the manager wrote it. */
            reason?: string | null;
            /** @description Which. */
            role: string;
            /** @description Every competency of the role. */
            standings: components["schemas"]["StaffingStanding"][];
            /** @description Whether the person is ready by a manager's statement; none where there is none. */
            stated?: boolean | null;
        };
        /** @description A scale with origin and licence. */
        StaffingScale: {
            /**
             * Format: double
             * @description How reliable it is, 0 to 1.
             */
            alpha: number;
            id: string;
            /** @description Whether that was published for these very items. */
            is_published: boolean;
            items: components["schemas"]["StaffingItem"][];
            licence: string;
            of_hunting: boolean;
            /** @description Where the figure comes from. */
            reliability: Record<string, never>;
            source: string;
            title: Record<string, never>;
        };
        /** @description A share with its 95 % interval. */
        StaffingShare: {
            /**
             * Format: int32
             * @description Hundredths of a percent.
             */
            bp: number;
            /**
             * Format: int32
             * @description The upper end.
             */
            high_bp: number;
            /**
             * Format: int32
             * @description The lower end.
             */
            low_bp: number;
            /**
             * Format: int64
             * @description Of how many.
             */
            of: number;
        };
        /** @description How one competency stands. */
        StaffingStanding: {
            /** @description Which. */
            competency: string;
            /** @description Whether nobody is ready without it. */
            critical: boolean;
            /**
             * Format: int32
             * @description Levels that are missing.
             */
            gap: number;
            /**
             * Format: int32
             * @description The level that counts; none where nobody but the person assessed it.
             */
            level?: number | null;
            /**
             * Format: int32
             * @description What the role needs.
             */
            needed: number;
            /**
             * Format: int32
             * @description What the person says.
             */
            own?: number | null;
            /** @description manager or evidence. */
            source?: string | null;
            /** @description Whether person and manager should talk about it. */
            talk: boolean;
            /** @description What people call it. */
            title: Record<string, never>;
        };
        /** @description A team. */
        StaffingTeam: {
            /** @description By name. */
            people: components["schemas"]["StaffingTeamRow"][];
        };
        /** @description Somebody of the team. */
        StaffingTeamRow: {
            /** @description Items of the learning plan: open, late, done. */
            learning: number[];
            proactive?: components["schemas"]["StaffingShare"] | null;
            /** @description The role of today. */
            role?: string | null;
            /** @description How the person stands in the role of today; generalists in all roles. */
            roles: components["schemas"]["StaffingRole"][];
            /** @description Whether the reader may see fit: leads the person, or is the person. */
            sees_fit: boolean;
            /** @description Who. */
            seller: components["schemas"]["Named"];
            /** @description The team. */
            team?: string | null;
            /** @description What the person wants, by role; empty where the reader may not see it. */
            wishes: {
                [key: string]: string;
            };
        };
        /** @description One trait. */
        StaffingTrait: {
            band?: components["schemas"]["StaffingBand"] | null;
            /** @description Which. */
            id: string;
            /**
             * Format: double
             * @description The mean answer, 1 to 5; none where too little was answered.
             */
            mean?: number | null;
            /** @description Whether it is asked of those who hunt; else of those who keep. */
            of_hunting: boolean;
            /** @description What people call it. */
            title: Record<string, never>;
        };
        /** @description What a person wants. */
        StaffingWishes: {
            /** @description A word to the own profile, which everybody reads who sees the profile. */
            comment?: string | null;
            /** @description A word to it. */
            note?: string | null;
            /** @description want, open or rather_not, by hunter, account_manager and inside_account_manager. */
            wishes: {
                [key: string]: string;
            };
        };
        /** @description What a person did. */
        StaffingYear: {
            /**
             * Format: date
             * @description The first day.
             */
            from: string;
            /**
             * Format: double
             * @description Hours of new business.
             */
            hunting_hours: number;
            /**
             * Format: double
             * @description Hours of service, renewal, expansion and implementation.
             */
            keeping_hours: number;
            /**
             * Format: int64
             * @description Opportunities of new business that were begun.
             */
            opportunities: number;
            /**
             * Format: double
             * @description The same per hundred hours of new business; none where there are fewer than 20.
             */
            per_hundred_hours?: number | null;
            proactive?: components["schemas"]["StaffingShare"] | null;
            renewals?: components["schemas"]["StaffingShare"] | null;
            /**
             * Format: date
             * @description The first day no longer.
             */
            to: string;
        };
        /** @description Somebody at the customer. */
        Stakeholder: {
            /** @description What the person wants to reach. */
            aim?: string | null;
            /**
             * Format: date-time
             * @description When.
             */
            at?: string | null;
            /** @description Who said so; absent where only the import did. */
            by?: string | null;
            /** @description E-mail address. */
            email?: string | null;
            /** @description The contact's id. */
            id: string;
            /** @description The name. */
            name: string;
            /** @description Telephone number. */
            phone?: string | null;
            /** @description champion, economic_buyer, technical_admin, program_contact, daily_contact, renewal_owner, billing, detractor, user. */
            roles: string[];
            /** @description supporter, neutral, opponent or unknown. */
            stance: string;
            /** @description direct, analytical, personal, orderly or unknown. */
            style: string;
            /** @description Job title. */
            title?: string | null;
            /** @description The unit, where the person belongs to one. */
            unit?: string | null;
            /**
             * Format: int64
             * @description One more with every change; 0 where only the import said something.
             */
            version: number;
        };
        /** @description People at a customer. */
        Stakeholders: {
            /** @description By name. */
            items: components["schemas"]["Stakeholder"][];
        };
        /** @description What somebody states of a unit. */
        StatedFact: {
            /** @description Its name in conditions. */
            fact: string;
            /**
             * Format: date
             * @description From when on; today where absent.
             */
            since?: string | null;
            /** @description Its value; null takes back what was stated before. */
            value: Record<string, never>;
        };
        /** @description What to state of a seller. */
        StatedReadiness: {
            /** @description What is still to be learned; empty where the seller is ready. */
            gaps?: string[];
            /** @description Whether the seller can do the work. */
            ready: boolean;
            /** @description What makes one think so. */
            reason: string;
            /** @description hunter, account_manager, inside_account_manager, generalist or manager. */
            role: string;
        };
        /** @description Records of one kind that stay where they are. */
        StayingRecords: {
            /** @description How many. */
            count: number;
            /** @description What they are. */
            kind: string;
            /** @description What people call such a record. */
            kind_title: Record<string, never>;
            /** @description Why: history, over, personal, of_another or of_receiver. */
            why: string;
        };
        /** @description How far the steps of a handoff are. */
        StepTally: {
            /**
             * Format: int64
             * @description All of them.
             */
            all: number;
            /**
             * Format: int64
             * @description Those whose day has passed, while the handoff is under way.
             */
            late: number;
            /**
             * Format: date
             * @description The next day on which something is due.
             */
            next?: string | null;
            /**
             * Format: int64
             * @description Those that are over.
             */
            over: number;
        };
        /** @description How many steps a role gets. */
        StepsOf: {
            /**
             * Format: int32
             * @description How many.
             */
            count: number;
            /** @description giver, receiver and so on. */
            role: string;
            /** @description What people call it. */
            title: Record<string, never>;
        };
        /** @description A study with its answer. */
        Study: components["schemas"]["StudyShort"] & {
            answer?: components["schemas"]["StudyAnswer"] | null;
            /** @description Scenarios of the question, by the name that they had, that were changed, renamed or deleted since: the answer is not about what they say now. */
            changed_since: string[];
            /** @description The currency of all amounts. */
            currency: string;
            /** @description Whether the reader may cancel it. */
            may_change: boolean;
            /** @description Whether the reader may take one of its plans as the company's. */
            may_decide: boolean;
        };
        /** @description The answer of a study. */
        StudyAnswer: (components["schemas"]["ComparedScenarios"] & {
            /** @enum {string} */
            kind: "comparison";
        }) | (components["schemas"]["SearchedPlans"] & {
            /** @enum {string} */
            kind: "search";
        });
        /** @description One parameter's part. */
        StudyDriver: {
            /** @description The same at the high end. */
            at_high: (number | null)[];
            /** @description Mean difference in net present value at the low end, with its 95 % interval. */
            at_low: (number | null)[];
            /**
             * Format: double
             * @description The value at which both are worth the same, between the ends; absent where nothing between them turns the answer.
             */
            break_even?: number | null;
            /**
             * Format: double
             * @description The low end.
             */
            from: number;
            /** @description Its code name. */
            key: string;
            /** @description Whether the ends are those of the company's own interval. */
            measured: boolean;
            /**
             * Format: double
             * @description The value now.
             */
            now: number;
            /**
             * Format: double
             * @description The high end.
             */
            to: number;
        };
        /** @description What the difference of two plans hangs on, the strongest first. The difference is the second less the first. */
        StudyDrivers: {
            /**
             * Format: double
             * @description Mean difference with everything as it is, on the same seeds as the rest.
             */
            base: number;
            /** @description The place of the first plan. */
            first: number;
            /** @description Parameter by parameter. */
            items: components["schemas"]["StudyDriver"][];
            /** @description The place of the second. */
            second: number;
            /** @description Seeds of each end. */
            seeds: number;
        };
        /**
         * @description What is asked for.
         * @enum {string}
         */
        StudyKind: "comparison" | "search";
        /** @description A study in short. */
        StudyShort: {
            /** @description Who asked. */
            by: string;
            /**
             * Format: date-time
             * @description When it ended.
             */
            ended_at?: string | null;
            /** @description Why there is no answer. */
            error?: string | null;
            /** @description The id. */
            id: string;
            /** @description comparison or search. */
            kind: string;
            /**
             * Format: int64
             * @description Runs that are done.
             */
            runs_done: number;
            /**
             * Format: int64
             * @description About how many it takes.
             */
            runs_total: number;
            /**
             * Format: date-time
             * @description When.
             */
            started_at: string;
            /** @description running, done, failed or cancelled. */
            state: string;
            /** @description What it is about, in the names of its scenarios. */
            title: string;
        };
        /** @description Which plan is worth more in net present value than which other, seed by seed. */
        StudyVerdict: {
            /** @description The place of the one it is held against: the first scenario, or the next best where that is the better one. */
            against: number;
            /** @description The place of the plan with the greater mean. */
            better: number;
            /**
             * Format: double
             * @description Mean difference.
             */
            difference: number;
            /**
             * Format: double
             * @description Upper end.
             */
            high?: number | null;
            /** @description How it reads. */
            kind: components["schemas"]["StudyVerdictKind"];
            /**
             * Format: double
             * @description Lower end of its 95 % interval; absent with one seed.
             */
            low?: number | null;
            /**
             * Format: double
             * @description Share of seeds in which the better one has more.
             */
            more: number;
            /** @description Whether the better one has one role only. */
            one_role: boolean;
            /**
             * Format: double
             * @description The same difference without terminal value.
             */
            operating: number;
            /**
             * Format: double
             * @description Upper end.
             */
            operating_high?: number | null;
            /**
             * Format: double
             * @description Lower end of its interval.
             */
            operating_low?: number | null;
            /** @description Seeds. */
            seeds: number;
            /**
             * Format: double
             * @description Mean difference as a share of the other's value; absent where that is not above zero.
             */
            share?: number | null;
        };
        /**
         * @description How a verdict reads.
         * @enum {string}
         */
        StudyVerdictKind: "better" | "cannot_tell";
        /** @description A subscription. */
        SubscriptionView: {
            arr: components["schemas"]["Amount"];
            derived: boolean;
            /** Format: date */
            end?: string | null;
            id: string;
            product?: string | null;
            /** Format: date */
            start: string;
        };
        /** @description Where the hours go. */
        Time: {
            coverage: components["schemas"]["Coverage"];
            /** Format: date */
            from: string;
            people: components["schemas"]["TimePerson"][];
            /** Format: date */
            to: string;
            weeks: components["schemas"]["TimeWeek"][];
        };
        /** @description A person's time. */
        TimePerson: {
            categories: {
                [key: string]: number;
            };
            classes: {
                [key: string]: number;
            };
            /** Format: double */
            hours_available: number;
            /** Format: double */
            hours_recorded: number;
            seller: components["schemas"]["Named"];
        };
        /** @description Hours of a week that a seller reports. */
        TimeReport: {
            category: string;
            /** Format: double */
            hours: number;
            /** Format: date */
            week: string;
        };
        /** @description A week of the team. */
        TimeWeek: {
            categories: {
                [key: string]: number;
            };
            classes: {
                [key: string]: number;
            };
            /** Format: date */
            week: string;
        };
        /** @description A key of a program. */
        TokenView: {
            created: string;
            expires?: string | null;
            id: string;
            name: string;
            revoked?: string | null;
            scopes: string[];
        };
        /** @description What is to be done with a unit, and why. */
        UnitDecision: {
            /** @description hand_off, keep or ask; absent where no rules are in force. */
            answer?: string | null;
            /**
             * Format: date
             * @description As of which day.
             */
            as_of: string;
            /** @description What would change the decision. */
            changes: Record<string, never>[];
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /** @description What people decided about it, the latest first. */
            exceptions: components["schemas"]["Exception"][];
            /** @description Everything known of it. */
            facts: components["schemas"]["KnownFact"][];
            /** @description Whether the reader may decide against the rules. */
            may_decide: boolean;
            /** @description Whether the reader may state facts. */
            may_state: boolean;
            /** @description Facts without which nothing can be decided. */
            missing: string[];
            /** @description How it would be handed off. */
            playbook?: string | null;
            /** @description Rules and holds with how they came out and what they looked at. */
            reasons: Record<string, never>[];
            receiver?: components["schemas"]["Named"] | null;
            /** @description The rule that decided, or could not be decided. */
            rule?: string | null;
            /** @description Name and version of the rules; absent where none are in force. */
            rules?: string[] | null;
            /** @description What the rules say by themselves. */
            rules_say?: string | null;
            /** @description The role that would receive. */
            to?: string | null;
            /** @description The unit. */
            unit: components["schemas"]["Named"];
        };
        /** @description A unit. */
        UnitView: {
            arr: components["schemas"]["Amount"];
            id: string;
            name: string;
            owner?: components["schemas"]["Named"] | null;
            ownerships: components["schemas"]["OwnershipView"][];
            /** Format: double */
            penetration?: number | null;
            potential?: components["schemas"]["Amount"] | null;
            subscriptions: components["schemas"]["SubscriptionView"][];
        };
        /** @description How many and how much. */
        UnitsAndArr: {
            /**
             * Format: double
             * @description Whole units of the company's currency a year.
             */
            arr: number;
            /**
             * Format: int64
             * @description Units.
             */
            units: number;
        };
        /** @description What is to change; what is absent stays. */
        UserChange: {
            active?: boolean | null;
            locale?: string | null;
            name?: string | null;
            password?: string | null;
            role?: string | null;
            seller_id?: string | null;
        };
        /** @description A person who signs in. */
        UserView: {
            active: boolean;
            created: string;
            email: string;
            id: string;
            locale: string;
            name: string;
            role: string;
            seller?: components["schemas"]["Named"] | null;
        };
        /** @description A saved filter. */
        ViewView: {
            id: string;
            mine: boolean;
            name: string;
            query: string;
            shared: boolean;
        };
        /** @description A handoff that waits for somebody's answer. */
        Waiting: {
            /** @description Its customer. */
            customer: components["schemas"]["Named"];
            /**
             * Format: date
             * @description Since when, or the day that it is about.
             */
            day: string;
            /** @description Who gives. */
            giver: string;
            /** @description Which. */
            handoff: string;
            /** @description Why it was proposed. */
            reason: string;
            /** @description Who receives. */
            receiver?: string | null;
            /** @description The same in both languages, where the program itself says it. */
            said?: Record<string, never> | null;
            /** @description What passes on. */
            unit: components["schemas"]["Named"];
            /** @description What it waits for: answer, ask_again, prepare, mend, read_brief, mend_brief, introduce, transfer or settle. */
            what: string;
        };
        /** @description A page to make. */
        WantedPage: {
            /**
             * Format: int32
             * @description Days that it can be read, 1 to 365.
             */
            days: number;
            /** @description The customer's language: en or zh-Hant. */
            language: string;
        };
        /** @description On which days who works. */
        WorkCalendarView: {
            /** @description The country of everybody for whom no other is given: two capital letters. */
            country?: string | null;
            /** @description Documents of holidays in YAML, one per country. */
            holidays: string[];
            /** @description Countries of single sellers, by the seller's id. */
            people: {
                [key: string]: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    alignments_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alignments"];
                };
            };
        };
    };
    alignments_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignmentDraft"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    alignments_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alignment"];
                };
            };
        };
    };
    alignments_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    alignments_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignmentChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    alignments_adopt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignmentDecision"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentAdopted"];
                };
            };
        };
    };
    alignments_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    alignments_challenge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignmentObjection"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    alignments_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                challenge: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignmentAnswer"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    alignments_drift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentDrift"];
                };
            };
        };
    };
    alignments_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentProposal"];
                };
            };
        };
    };
    alignments_work: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignmentWork"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentWorked"];
                };
            };
        };
    };
    alignments_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentAdoption"];
                };
            };
        };
    };
    alignments_solve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    alignments_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlignmentWithdrawal"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlignmentAdopted"];
                };
            };
        };
    };
    arr_show: {
        parameters: {
            query?: {
                /** @description The first month, YYYY-MM. */
                from?: string | null;
                /** @description The last month, YYYY-MM. */
                to?: string | null;
                /** @description month (no split), segment, seller or customer. */
                by?: string | null;
                /** @description Only the group with this key. */
                group?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Arr"];
                };
            };
        };
    };
    attachments_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": number[];
                };
            };
        };
    };
    attachments_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    commitments_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commitments"];
                };
            };
        };
    };
    commitments_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitmentAct"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    stakeholders_describe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DescribedStakeholder"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    customers_list: {
        parameters: {
            query?: {
                /** @description Part of the name or place. */
                q?: string | null;
                segment?: string | null;
                industry?: string | null;
                country?: string | null;
                /** @description A seller's id, or none. */
                owner?: string | null;
                /** @description name, arr (largest first), renewal (next first) or activity (latest first); with `-` before it the other way round. */
                sort?: string | null;
                limit?: number | null;
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_CustomerRow"];
                };
            };
        };
    };
    customers_export_csv: {
        parameters: {
            query?: {
                /** @description Part of the name or place. */
                q?: string | null;
                segment?: string | null;
                industry?: string | null;
                country?: string | null;
                /** @description A seller's id, or none. */
                owner?: string | null;
                /** @description name, arr (largest first), renewal (next first) or activity (latest first); with `-` before it the other way round. */
                sort?: string | null;
                limit?: number | null;
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    customers_export_xlsx: {
        parameters: {
            query?: {
                /** @description Part of the name or place. */
                q?: string | null;
                segment?: string | null;
                industry?: string | null;
                country?: string | null;
                /** @description A seller's id, or none. */
                owner?: string | null;
                /** @description name, arr (largest first), renewal (next first) or activity (latest first); with `-` before it the other way round. */
                sort?: string | null;
                limit?: number | null;
                after?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
        };
    };
    customers_facets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Facets"];
                };
            };
        };
    };
    customers_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerView"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    customers_activities: {
        parameters: {
            query?: {
                /** @description How many; at most 500. */
                limit?: number | null;
                /** @description The `next` of the page before. */
                after?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ActivityView"];
                };
            };
        };
    };
    attachments_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachments"];
                };
            };
        };
    };
    attachments_add: {
        parameters: {
            query: {
                /** @description What it is called, with its ending. */
                name: string;
                /** @description The id of the unit to which it belongs; absent: the whole customer. */
                unit?: string | null;
                /** @description What to say about it, at most 500 letters. */
                about?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedFile"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedFile"];
                };
            };
        };
    };
    customers_notes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_NoteView"];
                };
            };
        };
    };
    stakeholders_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stakeholders"];
                };
            };
        };
    };
    designs_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Designs"];
                };
            };
        };
    };
    designs_calibration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calibration"];
                };
            };
        };
    };
    designs_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedScenario"];
                };
            };
        };
    };
    designs_parameters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ScenarioParameter"];
                };
            };
        };
    };
    designs_take_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSalesPlan"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    designs_withdraw_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    designs_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioText"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    designs_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    designs_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    designs_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStudy"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    designs_study: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Study"];
                };
            };
        };
    };
    designs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    designs_try_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioTrial"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedScenarios"];
                };
            };
        };
    };
    diagnosis_show: {
        parameters: {
            query?: {
                /** @description Nothing later is looked at; today where absent. */
                as_of?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diagnosis"];
                };
            };
        };
    };
    handoffs_list: {
        parameters: {
            query?: {
                /** @description Of this unit only. */
                unit?: number | null;
                /** @description Given or received by this seller only. */
                seller?: number | null;
                /** @description In this state only, also where it is over. */
                state?: string | null;
                /** @description Only those with a step whose day has passed. */
                late?: boolean;
                /** @description Also those that are over. */
                over?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handoffs"];
                };
            };
        };
    };
    handoffs_late_steps: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LateSteps"];
                };
            };
        };
    };
    mass_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MassRuns"];
                };
            };
        };
    };
    mass_start: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MassStart"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    mass_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MassLook"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MassPreview"];
                };
            };
        };
    };
    mass_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MassRun"];
                };
            };
        };
    };
    mass_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    mass_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MassTakenBack"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    handoffs_my_work: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyWork"];
                };
            };
        };
    };
    afterwards_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoffReport"];
                };
            };
        };
    };
    handoffs_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Handoff"];
                };
            };
        };
    };
    handoffs_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoffAct"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    afterwards_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Afterwards"];
                };
            };
        };
    };
    handoffs_act_on_brief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoffBriefAct"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    afterwards_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCheck"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    customer_pages_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerSide"];
                };
            };
        };
    };
    customer_pages_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedPage"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewLink"];
                };
            };
        };
    };
    customer_pages_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                page: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    handoffs_add_evidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoffEvidence"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    handoffs_act_on_step: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoffStepAct"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
        };
    };
    afterwards_rate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVerdict"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    imports_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Import"];
                };
            };
        };
    };
    imports_upload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": Record<string, never>;
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    imports_fields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["FieldView"][];
                    };
                };
            };
        };
    };
    imports_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    imports_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    imports_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    imports_set_mapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    imports_problems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ProblemRow"];
                };
            };
        };
    };
    imports_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    imports_undo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
        };
    };
    incentives_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incentives"];
                };
            };
        };
    };
    incentives_amortisation: {
        parameters: {
            query?: {
                /** @description Whether contracts of at most twelve months are expensed at once. */
                expense_short?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    incentives_calculate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveRun"];
                };
            };
        };
    };
    incentives_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentiveClose"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveRun"];
                };
            };
        };
    };
    incentives_enter: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentiveEvents"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveEventsKept"];
                };
            };
        };
    };
    incentives_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentiveEvents"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveEventsPreview"];
                };
            };
        };
    };
    incentives_unpaid: {
        parameters: {
            query?: {
                /** @description Part of the name of a unit, customer, event or person. */
                text?: string;
                /** @description How many; at most 500. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_IncentiveUnpaid"];
                };
            };
        };
    };
    incentives_plans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentivePlans"];
                };
            };
        };
    };
    incentives_write_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentivePlanText"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    incentives_check_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentivePlanText"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentivePlanChecked"];
                };
            };
        };
    };
    incentives_try_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentivePlanText"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveTrial"];
                };
            };
        };
    };
    incentives_change_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentivePlanText"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    incentives_drop_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    incentives_approve_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    incentives_questions: {
        parameters: {
            query?: {
                /** @description waiting (open or proposed), open, answered, proposed, adjusted or declined. */
                state?: string;
                /** @description Whose statement they are about. */
                person?: string;
                /** @description YYYY-MM. */
                period?: string;
                /** @description Part of what was asked or said, of a name, or of what the line is about. */
                text?: string;
                /** @description How many; at most 500. */
                limit?: number;
                /** @description The `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveQuestions"];
                };
            };
        };
    };
    incentives_ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentiveNewQuestion"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    incentives_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IncentiveAct"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    incentives_statement: {
        parameters: {
            query?: {
                /** @description The seller; absent: the reader. */
                person?: string;
                /** @description YYYY-MM; absent: the open period. */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveStatement"];
                };
            };
        };
    };
    incentives_statement_csv: {
        parameters: {
            query?: {
                /** @description The seller; absent: the reader. */
                person?: string;
                /** @description YYYY-MM; absent: the open period. */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": unknown;
                };
            };
        };
    };
    incentives_statement_xlsx: {
        parameters: {
            query?: {
                /** @description The seller; absent: the reader. */
                person?: string;
                /** @description YYYY-MM; absent: the open period. */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": unknown;
                };
            };
        };
    };
    incentives_team: {
        parameters: {
            query?: {
                /** @description YYYY-MM; absent: the open period. */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IncentiveTeam"];
                };
            };
        };
    };
    interventions_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_InterventionShort"];
                };
            };
        };
    };
    interventions_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInterventionText"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    interventions_choices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterventionChoices"];
                };
            };
        };
    };
    interventions_draw: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterventionLots"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    interventions_pilot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PilotQuestion"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PilotPlan"];
                };
            };
        };
    };
    interventions_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Intervention"];
                };
            };
        };
    };
    interventions_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterventionChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    interventions_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterventionAct"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    session_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    notices_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notices"];
                };
            };
        };
    };
    notices_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotices"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    overview_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewView"];
                };
            };
        };
    };
    handoffs_playbooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Playbooks"];
                };
            };
        };
    };
    company_rates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_RateView"];
                };
            };
        };
    };
    company_set_rates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RateView"][];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readiness_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadinessList"];
                };
            };
        };
    };
    rules_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rules"];
                };
            };
        };
    };
    rules_adopt: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesText"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    rules_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesText"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedRules"];
                };
            };
        };
    };
    rules_exceptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exceptions"];
                };
            };
        };
    };
    rules_withdraw_exception: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    rules_facts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_Fact"];
                };
            };
        };
    };
    rules_state_facts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactLines"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactsStated"];
                };
            };
        };
    };
    rules_gray_cases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrayCases"];
                };
            };
        };
    };
    rules_history: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesText"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesHistory"];
                };
            };
        };
    };
    rules_try_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulesTrial"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesTryOut"];
                };
            };
        };
    };
    rules_withdraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    scorecard_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scorecard"];
                };
            };
        };
    };
    scorecard_promise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseText"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sellers_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_SellerView"];
                };
            };
        };
    };
    readiness_state: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatedReadiness"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    session_sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Problem"];
                };
            };
        };
    };
    session_sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    company_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsView"];
                };
            };
        };
    };
    company_set_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsView"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    company_work_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkCalendarView"];
                };
            };
        };
    };
    company_set_work_calendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkCalendarView"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    staffing_competencies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingCompetencies"];
                };
            };
        };
    };
    staffing_groups: {
        parameters: {
            query?: {
                /** @description team, tenure or language; absent: team. */
                by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingGroups"];
                };
            };
        };
    };
    staffing_given_groups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingGivenGroups"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingGroups"];
                };
            };
        };
    };
    staffing_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingLearningActs"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    staffing_mine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingMine"];
                };
            };
        };
    };
    staffing_answer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingAnswers"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    staffing_take_back: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    staffing_wish: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingWishes"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    staffing_person: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingPerson"];
                };
            };
        };
    };
    staffing_assess: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingNewAssessment"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    staffing_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingNewLearning"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    staffing_proposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingProposals"];
                };
            };
        };
    };
    staffing_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingNewProposal"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    staffing_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingProposal"];
                };
            };
        };
    };
    staffing_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    staffing_adopt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffingAdoption"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    staffing_alternatives: {
        parameters: {
            query: {
                /** @description The seller. */
                person: string;
                /** @description balanced, wishes or continuity; absent: balanced. */
                objective?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingAlternatives"];
                };
            };
        };
    };
    staffing_questionnaire: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingQuestionnaire"];
                };
            };
        };
    };
    staffing_team: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffingTeam"];
                };
            };
        };
    };
    time_show: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
                /** @description Only this seller. */
                seller?: string | null;
                /** @description week or person; both are in the answer. */
                by?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Time"];
                };
            };
        };
    };
    time_reports: {
        parameters: {
            query: {
                week: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_TimeReport"];
                };
            };
        };
    };
    time_report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimeReport"][];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    time_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
    time_set_rules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    users_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_TokenView"];
                };
            };
        };
    };
    users_create_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenView"];
                };
            };
        };
    };
    users_revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    commitments_of_unit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commitments"];
                };
            };
        };
    };
    commitments_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCommitment"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    units_decision: {
        parameters: {
            query?: {
                /** @description Today where absent. */
                as_of?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitDecision"];
                };
            };
        };
    };
    units_except: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Decided"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    units_state_fact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StatedFact"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    handoffs_propose: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposedHandoff"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    customers_owner_on: {
        parameters: {
            query?: {
                on?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnershipView"] | null;
                };
            };
        };
    };
    units_receivers: {
        parameters: {
            query?: {
                /** @description account_manager where absent; or inside_account_manager, hunter, generalist. */
                role?: string | null;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receivers"];
                };
            };
        };
    };
    users_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_UserView"];
                };
            };
        };
    };
    users_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUser"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    users_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    views_list: {
        parameters: {
            query: {
                page: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["List_ViewView"];
                };
            };
        };
    };
    views_save: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
        };
    };
    views_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    welcome_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerPage"];
                };
            };
        };
    };
    welcome_answer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Answered"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    welcome_introduction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
        };
    };
}
