// Made from ../openapi.json by `npm run api`; do not edit.
export interface paths {
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
    "/api/v1/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sellers that one sees */
        get: operations["customers_sellers"];
        put?: never;
        post?: never;
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
        /** @description What the company is called and counts in. */
        CompanyView: {
            /** @description The currency of totals. */
            currency: string;
            /** @description The name. */
            name: string;
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
        /** @description A currency that the total leaves out. */
        LeftOutView: {
            because: string;
            currency: string;
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
            /** @description imports.run, settings.write, users.manage, totals.see, time.report. */
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
        /** @description An id and a name. */
        Named: {
            /** @description The id. */
            id: string;
            /** @description The name. */
            name: string;
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
        /** @description Where a customer is. */
        PlaceView: {
            /** Format: double */
            lat: number;
            /** Format: double */
            lon: number;
            source: string;
        };
        /** @description An error on the wire. */
        Problem: {
            /** @description What is wrong and what to do, as a sentence. */
            detail: string;
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
        /** @description What one unit of a currency is worth in the company's from a date on. */
        RateView: {
            currency: string;
            /** Format: date */
            date: string;
            /** @description Decimal text with at most nine decimals. */
            rate: string;
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
        /** @description What can be set. */
        SettingsView: {
            /** @description The currency of totals. */
            currency: string;
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
        /** @description Who signs in. */
        SignIn: {
            email: string;
            password: string;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
    customers_sellers: {
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
}
