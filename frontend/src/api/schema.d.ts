export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Health
         * @description Tell the version, the dataset, and whether the first question will be quick.
         */
        get: operations["read_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tiles/{layer}/{z}/{x}/{y}.mvt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Vector Tile
         * @description Give a square of the web map, simplified to half a pixel; small ways come with the zoom.
         */
        get: operations["vector_tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Areas
         * @description List the housing areas.
         */
        get: operations["list_areas"];
        put?: never;
        /**
         * Draw Area
         * @description Keep a housing area that somebody drew, in the place that holds it or a new one around it.
         */
        post: operations["draw_area"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas/{area_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Area
         * @description Read one housing area.
         */
        get: operations["read_area"];
        /**
         * Redraw Area
         * @description Draw an area anew; only what was drawn here can be changed here.
         */
        put: operations["redraw_area"];
        post?: never;
        /**
         * Delete Area
         * @description Take away an area that was drawn here and that nobody drew a proposal for.
         */
        delete: operations["delete_area"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/municipalities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Municipalities
         * @description List the municipalities by code.
         */
        get: operations["list_municipalities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas/{area_id}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Place Of Area
         * @description Read the town window that an area lies in.
         */
        get: operations["read_place_of_area"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Loading Options
         * @description Tell what can be loaded, for a form: kinds with their fields, profiles, places.
         */
        get: operations["read_loading_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Loads
         * @description List the latest loads, newest first.
         */
        get: operations["list_loads"];
        put?: never;
        /**
         * Ask For Load
         * @description Say what a file holds; the file itself is sent next, to the address that is answered.
         */
        post: operations["ask_for_load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load_id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send File
         * @description Send the file of a load as it is; it is queued as soon as all of it is here.
         */
        put: operations["send_file"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load_id}/municipalities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Send Municipalities
         * @description Send the shapes of the municipalities that a load of people announced, before its file.
         */
        put: operations["send_municipalities"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Load
         * @description Read a load: how far it is, or what came of it.
         */
        get: operations["read_load"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel Load
         * @description Stop a load; the data stays as it was.
         */
        post: operations["cancel_load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/loads/{load_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Load
         * @description Take in what a rehearsal read, without sending the file again.
         */
        post: operations["take_load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/areas/{area_id}/model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Model
         * @description Read the network around an area, with a proposal laid over it where one is named.
         */
        get: operations["read_model"];
        put?: never;
        /**
         * Patch Model
         * @description Read the network around an area with a drawing laid over it; nothing is kept.
         */
        post: operations["patch_model"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Facilities
         * @description List facilities.
         */
        get: operations["list_facilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Stops
         * @description List stops.
         */
        get: operations["list_stops"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/streets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Streets
         * @description List streets and paths.
         */
        get: operations["list_streets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/homes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Homes
         * @description List homes.
         */
        get: operations["list_homes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Barriers
         * @description List barriers.
         */
        get: operations["list_barriers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/buildings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Buildings
         * @description List buildings.
         */
        get: operations["list_buildings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/land-cover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Land Cover
         * @description List patches of ground.
         */
        get: operations["list_land_cover"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Sources
         * @description List the sources, with what must be said when they are shown.
         */
        get: operations["read_sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Indicators
         * @description List the indicators with their meaning, formula and what they promise.
         */
        get: operations["list_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assess Drawing
         * @description Compute indicators before and after a drawing; nothing is kept.
         */
        post: operations["assess_drawing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve Drawing
         * @description Tell what is wrong with a drawing and where it joins, without the numbers.
         */
        post: operations["resolve_drawing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/surface": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assess Surface
         * @description Tell for every node whose answer changes what is nearest and how many are within reach.
         */
        post: operations["assess_surface"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share Out
         * @description Share out what a drawing does among its features; nothing is kept.
         */
        post: operations["share_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Price Drawing
         * @description Price a drawing feature by feature, divide the bill and hold it to the programme's rule.
         *
         *     A feature may state its price (`cost_kr`) and who pays it (`funding`, shares of
         *     `housing_organisation`, `municipality`, `foundation` and `others` that sum to one).
         *     Nothing is kept.
         */
        post: operations["price_drawing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/isochrone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Isochrone
         * @description Tell how far one gets from a point, or who gets there, as rings, stretches or cells.
         */
        get: operations["read_isochrone"];
        put?: never;
        /**
         * Draw Isochrone
         * @description Tell how far one gets with a drawing; nothing is kept.
         */
        post: operations["draw_isochrone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lenses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Lenses
         * @description List the lenses on walking: their pace, what they shun, and where the numbers are from.
         */
        get: operations["list_lenses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Route
         * @description Tell the way between two points, without and with a kept proposal.
         */
        get: operations["read_route"];
        put?: never;
        /**
         * Draw Route
         * @description Tell the way between two points, without and with a drawing; nothing is kept.
         */
        post: operations["draw_route"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timetable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Timetable
         * @description List the lines and stops of a place on the usual weekday, with how often they run.
         */
        get: operations["read_timetable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Journeys
         * @description Tell a home's trips by bus and train, without and with a drawing; nothing is kept.
         */
        post: operations["read_journeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Why
         * @description Tell a home's way to the nearest of a kind, without and with a kept proposal.
         */
        get: operations["read_why"];
        put?: never;
        /**
         * Draw Why
         * @description Tell a home's way to the nearest of a kind, without and with a drawing; nothing is kept.
         */
        post: operations["draw_why"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/why-street": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Why Street
         * @description Tell which trips come along a street, without and with a drawing; nothing is kept.
         */
        post: operations["read_why_street"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catchment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Catchment
         * @description Tell whom a facility serves, without and with a drawing; nothing is kept.
         */
        post: operations["read_catchment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drawings/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read Drawing File
         * @description Tell what a GeoJSON, GeoPackage or DXF holds, layer by layer, in degrees.
         */
        post: operations["read_drawing_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export Proposal
         * @description Write a proposal as a file that imports as the same proposal.
         */
        get: operations["export_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import Proposal
         * @description Keep a proposal from a GeoJSON file; with one fault in it, nothing is kept.
         */
        post: operations["import_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Proposals
         * @description List proposals; examples lead, then the latest changed.
         */
        get: operations["list_proposals"];
        put?: never;
        /**
         * Create Proposal
         * @description Keep a new proposal; sending the same one again is harmless.
         */
        post: operations["create_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Proposal
         * @description Read a proposal; its ETag is what a change must name.
         */
        get: operations["read_proposal"];
        /**
         * Replace Proposal
         * @description Replace a proposal that is still at the version the caller saw.
         *
         *     With ``If-None-Match: *`` a new proposal is kept under this id instead.
         */
        put: operations["replace_proposal"];
        post?: never;
        /**
         * Delete Proposal
         * @description Take a proposal out of sight; its history stays.
         */
        delete: operations["delete_proposal"];
        options?: never;
        head?: never;
        /**
         * Patch Proposal
         * @description Change the name, the description, the settings or the drawing; what is left out stays.
         */
        patch: operations["patch_proposal"];
        trace?: never;
    };
    "/api/proposals/{proposal_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy Proposal
         * @description Keep a copy that may be changed freely; this is how an example is taken up.
         */
        post: operations["copy_proposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Revisions
         * @description List every change, oldest first; a deleted proposal keeps its history.
         */
        get: operations["read_revisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/revisions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Revision
         * @description Read what a proposal was at one version.
         */
        get: operations["read_revision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Assess Proposal
         * @description Compute indicators before and after a kept proposal.
         */
        get: operations["assess_proposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Comments
         * @description List the conversations about a proposal, by their number, each with its replies.
         */
        get: operations["list_comments"];
        put?: never;
        /**
         * Create Comment
         * @description Say something about a proposal, an example too; sending the same again is harmless.
         */
        post: operations["create_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{proposal_id}/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Comment
         * @description Read a comment with its replies; its ETag is what a change must name.
         */
        get: operations["read_comment"];
        put?: never;
        post?: never;
        /**
         * Delete Comment
         * @description Take one's own comment out of sight; answers to it stay.
         */
        delete: operations["delete_comment"];
        options?: never;
        head?: never;
        /**
         * Edit Comment
         * @description Change one's own words, with the token they were written with.
         */
        patch: operations["edit_comment"];
        trace?: never;
    };
    "/api/proposals/{proposal_id}/comments/{comment_id}/resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Resolve Comment
         * @description Say that a conversation has been seen to, or take it up again; anybody may.
         */
        put: operations["resolve_comment"];
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
        /**
         * AreaFeature
         * @description A housing area.
         */
        AreaFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["MultiPolygon"];
            properties: components["schemas"]["AreaProperties"];
        };
        /**
         * AreaPage
         * @description Housing areas.
         */
        AreaPage: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /**
             * Numbermatched
             * @description how many features fit the question
             */
            numberMatched: number;
            /**
             * Numberreturned
             * @description how many of them are here
             */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
            /** Features */
            features: components["schemas"]["AreaFeature"][];
        };
        /**
         * AreaProperties
         * @description What is known of a housing area.
         */
        AreaProperties: {
            /** Name */
            name: string;
            /** Place */
            place: string;
            /** Case Project */
            case_project: string | null;
            /** Municipality */
            municipality: string;
            /** Municipality Code */
            municipality_code: string;
            /** Housing Organisations */
            housing_organisations: string[];
            /** Homes */
            homes: number | null;
            /** Residents */
            residents: number | null;
            /** Modelled */
            modelled: boolean;
            /** Sources */
            sources: string[];
        };
        /**
         * AssessOut
         * @description What a drawing does: indicators, and on request homes and pieces of street.
         */
        AssessOut: {
            /** Ok */
            ok: boolean;
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Area */
            area: string;
            parameters: components["schemas"]["ParametersOut"];
            /** Issues */
            issues: components["schemas"]["IssueOut"][];
            /** Joins */
            joins: components["schemas"]["JoinOut"][];
            /** Indicators */
            indicators: components["schemas"]["IndicatorValueOut"][];
            homes: components["schemas"]["HomesOut"] | null;
            edges: components["schemas"]["EdgesOut"] | null;
            streets: components["schemas"]["StreetsDetailOut"] | null;
            /** Routes */
            routes: components["schemas"]["app__schemas__itineraries__StoryOut"][] | null;
            /** Boundary */
            boundary: components["schemas"]["BoundaryOut"][] | null;
            severance: components["schemas"]["SeveranceOut"] | null;
            /** Elapsed Ms */
            elapsed_ms: number;
        };
        /**
         * BarrierFeature
         * @description A barrier.
         */
        BarrierFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            /** Geometry */
            geometry: components["schemas"]["LineString"] | components["schemas"]["MultiLineString"] | components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"];
            properties: components["schemas"]["BarrierProperties"];
        };
        /**
         * BarrierPage
         * @description Barriers.
         */
        BarrierPage: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /**
             * Numbermatched
             * @description how many features fit the question
             */
            numberMatched: number;
            /**
             * Numberreturned
             * @description how many of them are here
             */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
            /** Features */
            features: components["schemas"]["BarrierFeature"][];
        };
        /**
         * BarrierProperties
         * @description What cannot be crossed except on a bridge or in a tunnel.
         */
        BarrierProperties: {
            /** Place */
            place: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "motorway" | "railway" | "water";
            /** Name */
            name: string | null;
            /** Source */
            source: string;
            /** Modelled */
            modelled: boolean;
        };
        /**
         * BoundaryOut
         * @description The boundary for one mode.
         *
         *     ``entrances``: ways in, those within 10 m of each other as one, as `boundary_entrances` counts.
         */
        BoundaryOut: {
            mode: components["schemas"]["Mode"];
            /** Entrances Baseline */
            entrances_baseline: number;
            /** Entrances Proposal */
            entrances_proposal: number;
            /** Rings */
            rings: components["schemas"]["RingOut"][];
        };
        /**
         * BuildingFeature
         * @description A building.
         */
        BuildingFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            /** Geometry */
            geometry: components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"];
            properties: components["schemas"]["BuildingProperties"];
        };
        /**
         * BuildingPage
         * @description Buildings.
         */
        BuildingPage: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /**
             * Numbermatched
             * @description how many features fit the question
             */
            numberMatched: number;
            /**
             * Numberreturned
             * @description how many of them are here
             */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
            /** Features */
            features: components["schemas"]["BuildingFeature"][];
        };
        /**
         * BuildingProperties
         * @description A building whose outline is known.
         */
        BuildingProperties: {
            /** Place */
            place: string;
            /** Name */
            name: string | null;
            /** Residents */
            residents: number | null;
            /** Homes */
            homes: number | null;
            /** Source */
            source: string;
            /** Modelled */
            modelled: boolean;
        };
        /**
         * BurdenOut
         * @description What makes a metre longer: milliseconds more, or null where it bars the way.
         */
        BurdenOut: {
            /** Id */
            id: string;
            /** Ms Per Metre */
            ms_per_metre: number | null;
            /** Source */
            source: string;
        };
        /**
         * CatchmentOut
         * @description Whom a facility serves; a side is null where the facility is not there.
         */
        CatchmentOut: {
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Place */
            place: string;
            /** Area */
            area: string;
            mode: components["schemas"]["Mode"];
            /** Lens */
            lens: string | null;
            /** Cutoffs Min */
            cutoffs_min: number[];
            facility: components["schemas"]["FacilityNamed"];
            baseline: components["schemas"]["ServedOut"] | null;
            proposal: components["schemas"]["ServedOut"] | null;
            homes: components["schemas"]["ServedHomesOut"];
        };
        /**
         * CellFeature
         * @description A cell of the grid.
         */
        CellFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["Polygon"];
            properties: components["schemas"]["CellProperties"];
        };
        /**
         * CellProperties
         * @description The time of the route to the middle of the cell, and the least ring that holds it.
         */
        CellProperties: {
            /** Minutes */
            minutes: number;
            /** Time Ms */
            time_ms: number;
        };
        /**
         * CofinancingOut
         * @description The programme's rule: local money beside a grant.
         *
         *     Found is what the housing organisation and the municipality pay of the features that a
         *     foundation helps to pay.
         */
        CofinancingOut: {
            /** Grant Kr */
            grant_kr: number | null;
            /** Required Kr */
            required_kr: number | null;
            /** Found Kr */
            found_kr: number | null;
            /**
             * Difference Kr
             * @description found less required
             */
            difference_kr: number | null;
            /** Kept */
            kept: boolean | null;
            /** Message */
            message: string;
        };
        /**
         * CommentOut
         * @description A comment with its replies, oldest first; of a deleted one only the replies are left.
         */
        CommentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Proposal
             * Format: uuid
             */
            proposal: string;
            /** Reply To */
            reply_to: string | null;
            /** Number */
            number: number | null;
            /** Author */
            author: string;
            /** Text */
            text: string;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Feature */
            feature: string | null;
            /** Resolved */
            resolved: boolean;
            /** Deleted */
            deleted: boolean;
            /** Version */
            version: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Edited At */
            edited_at: string | null;
            /** Replies */
            replies: components["schemas"]["ReplyOut"][];
        };
        /**
         * CommentPage
         * @description The conversations of a proposal by their number.
         */
        CommentPage: {
            /**
             * Proposal
             * Format: uuid
             */
            proposal: string;
            /** Comments */
            comments: components["schemas"]["CommentOut"][];
            /** Numbermatched */
            numberMatched: number;
            /** Numberreturned */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
        };
        /**
         * ContributionOut
         * @description One value shared out; lists are in the order of ``features``.
         *
         *     Null where half of the residents reach nothing of the kind in some part of the drawing.
         */
        ContributionOut: {
            /**
             * Id
             * @enum {string}
             */
            id: "saved_time" | "travel_time_nearest";
            mode: components["schemas"]["Mode"];
            /**
             * Category
             * @description null for all categories together
             */
            category: string | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "resident_min" | "ms";
            /**
             * Better
             * @enum {string}
             */
            better: "higher" | "lower";
            /** Baseline */
            baseline: number | null;
            /** Proposal */
            proposal: number | null;
            /** Total */
            total: number | null;
            /**
             * Left Out
             * @description what is lost when the feature alone is left out of the whole
             */
            left_out: number[] | null;
            /**
             * Shapley
             * @description its share over all orders; with ten features at most
             */
            shapley: number[] | null;
            /**
             * Shapley Exact
             * @description the same as fractions, which sum exactly to the total
             */
            shapley_exact: string[] | null;
        };
        /**
         * ContributionsOut
         * @description What each feature contributes; the strongest pairs first.
         */
        ContributionsOut: {
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Area */
            area: string;
            /** Lens */
            lens: string | null;
            /** Issues */
            issues: components["schemas"]["IssueOut"][];
            /** Features */
            features: string[];
            /**
             * Method
             * @description shapley: both measures; left_out: more features than can be shared out
             * @enum {string}
             */
            method: "shapley" | "left_out";
            /** Most Shared */
            most_shared: number;
            /** Values */
            values: components["schemas"]["ContributionOut"][];
            /** Pairs */
            pairs: components["schemas"]["PairOut"][];
            /** Elapsed Ms */
            elapsed_ms: number;
        };
        /**
         * CostLineOut
         * @description A quantity times a unit price; null where nobody knows.
         */
        CostLineOut: {
            /**
             * Price
             * @description parameter of the indicator `cost`; null where stated, or where none is
             */
            price: string | null;
            /** Name */
            name: string;
            /** Quantity */
            quantity: number | null;
            /** Unit */
            unit: ("m2" | "m" | "home" | "piece") | null;
            /** Unit Price Kr */
            unit_price_kr: number | null;
            /** Kr */
            kr: number | null;
        };
        /**
         * CostOut
         * @description What a drawing would cost, feature by feature, and who pays.
         */
        CostOut: {
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Area */
            area: string;
            /** Parameters */
            parameters: {
                [key: string]: components["schemas"]["JsonValue"];
            };
            /** Issues */
            issues: components["schemas"]["IssueOut"][];
            /** Joins */
            joins: components["schemas"]["JoinOut"][];
            /** Features */
            features: components["schemas"]["FeatureCostOut"][];
            totals: components["schemas"]["CostTotalsOut"];
            cofinancing: components["schemas"]["CofinancingOut"];
            /** Elapsed Ms */
            elapsed_ms: number;
        };
        /**
         * CostSettings
         * @description Estimated cost
         */
        CostSettings: {
            /**
             * Path Kr Per M2
             * @description Path at grade, kr_per_m2; 1200.0 by default
             */
            path_kr_per_m2?: number | null;
            /**
             * Bridge Kr Per M2
             * @description Foot and cycle bridge, kr_per_m2; 35000.0 by default
             */
            bridge_kr_per_m2?: number | null;
            /**
             * Tunnel Kr Per M2
             * @description Foot and cycle tunnel, kr_per_m2; 45000.0 by default
             */
            tunnel_kr_per_m2?: number | null;
            /**
             * Light Kr Per M
             * @description Lighting, kr_per_m; 700.0 by default
             */
            light_kr_per_m?: number | null;
            /**
             * Surface Kr Per M2
             * @description New surface, kr_per_m2; 450.0 by default
             */
            surface_kr_per_m2?: number | null;
            /**
             * Crossing Signal Kr
             * @description Signal crossing, kr; 1200000.0 by default
             */
            crossing_signal_kr?: number | null;
            /**
             * Crossing Zebra Kr
             * @description Zebra crossing, kr; 150000.0 by default
             */
            crossing_zebra_kr?: number | null;
            /**
             * Crossing Refuge Kr
             * @description Refuge crossing, kr; 250000.0 by default
             */
            crossing_refuge_kr?: number | null;
            /**
             * Crossing None Kr
             * @description Plain crossing, kr; 30000.0 by default
             */
            crossing_none_kr?: number | null;
            /**
             * Closure Kr
             * @description Closure, kr; 30000.0 by default
             */
            closure_kr?: number | null;
            /**
             * Facility Kr Per M2
             * @description Building, kr_per_m2; 25000.0 by default
             */
            facility_kr_per_m2?: number | null;
            /**
             * Demolition Kr Per Home
             * @description Demolished home, kr; 250000.0 by default
             */
            demolition_kr_per_home?: number | null;
            /**
             * Housing Kr Per Home
             * @description New home, kr; 2200000.0 by default
             */
            housing_kr_per_home?: number | null;
            /**
             * Foundation Share
             * @description Foundation's share of ways, crossings and meeting places, a number; 0.524 by default
             */
            foundation_share?: number | null;
            /**
             * Local Kr Per Grant Kr
             * @description Local co-financing per krone granted, a number; 0.907 by default
             */
            local_kr_per_grant_kr?: number | null;
        };
        /**
         * CostTotalsOut
         * @description The whole bill: the same numbers as the indicator `cost`.
         */
        CostTotalsOut: {
            /**
             * Kr
             * @description null where nothing that is drawn has a price
             */
            kr: number | null;
            payers: components["schemas"]["PayersOut"] | null;
            /** Features */
            features: number;
            /**
             * Known
             * @description how many features are wholly priced
             */
            known: number;
            /** Known Share */
            known_share: number;
        };
        /**
         * CrsProperties
         * @description The name of a coordinate system.
         */
        CrsProperties: {
            /** Name */
            name: string;
        };
        /**
         * DepartureOut
         * @description The departures that an answer was computed with.
         */
        DepartureOut: {
            /** From */
            from: string;
            /** Until */
            until: string;
            /** Share */
            share: number;
            /** Longest Walk Min */
            longest_walk_min: number;
            /**
             * To Stop
             * @enum {string}
             */
            to_stop: "walk" | "bike";
        };
        /**
         * Detail
         * @description What an answer may carry besides the indicators.
         * @enum {string}
         */
        Detail: "homes" | "edges" | "streets" | "routes" | "boundary" | "severance";
        /**
         * DrawingFileOut
         * @description A file, layer by layer, with everything that is wrong and how it was understood.
         */
        DrawingFileOut: {
            /**
             * Format
             * @enum {string}
             */
            format: "geojson" | "geopackage" | "dxf";
            /** Name */
            name: string;
            /** Bbox */
            bbox: [
                number,
                number,
                number,
                number
            ];
            /** Layers */
            layers: components["schemas"]["FileLayer"][];
            /**
             * Faults
             * @description the first 300
             */
            faults: components["schemas"]["FileFaultOut"][];
            /** Fault Count */
            fault_count: number;
            /** Notes */
            notes: components["schemas"]["FileNote"][];
            limits: components["schemas"]["ProposalLimits"];
        };
        /**
         * EdgeStateFeature
         * @description A piece of street that the drawing adds, changes or closes.
         */
        EdgeStateFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["LineString"];
            properties: components["schemas"]["EdgeStateProperties"];
        };
        /**
         * EdgeStateProperties
         * @description What the drawing does to a piece of street; null where the mode is not allowed.
         */
        EdgeStateProperties: {
            /**
             * State
             * @enum {string}
             */
            state: "added" | "closed" | "changed";
            /** Walk Ms */
            walk_ms: number | null;
            /** Bike Ms */
            bike_ms: number | null;
        };
        /**
         * EdgesOut
         * @description Every piece of street that the drawing adds, changes or closes.
         */
        EdgesOut: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /** Features */
            features: components["schemas"]["EdgeStateFeature"][];
        };
        /**
         * ErrandOut
         * @description The nearest of a kind and the way there.
         */
        ErrandOut: {
            facility: components["schemas"]["FacilityNamed"];
            route: components["schemas"]["RouteSide"];
        };
        /**
         * FacilityFeature
         * @description A facility.
         */
        FacilityFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["Point"];
            properties: components["schemas"]["FacilityProperties"];
        };
        /**
         * FacilityNamed
         * @description A facility, drawn ones by the id of their feature.
         */
        FacilityNamed: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Category */
            category: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
        };
        /**
         * FacilityPage
         * @description Facilities.
         */
        FacilityPage: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /**
             * Numbermatched
             * @description how many features fit the question
             */
            numberMatched: number;
            /**
             * Numberreturned
             * @description how many of them are here
             */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
            /** Features */
            features: components["schemas"]["FacilityFeature"][];
        };
        /**
         * FacilityProperties
         * @description A place people have an errand to.
         */
        FacilityProperties: {
            /** Place */
            place: string;
            /**
             * Category
             * @enum {string}
             */
            category: "school" | "daycare" | "youth_education" | "grocery" | "retail" | "service" | "health" | "leisure" | "culture" | "park" | "workplace" | "station" | "stop";
            /** Name */
            name: string;
            /** Capacity */
            capacity: number | null;
            /** Floor Area M2 */
            floor_area_m2: number | null;
            /** Jobs */
            jobs: number | null;
            /** Source */
            source: string;
            /** Modelled */
            modelled: boolean;
        };
        /**
         * FeatureCostOut
         * @description The bill of one feature.
         */
        FeatureCostOut: {
            /** Feature */
            feature: string;
            /** Kind */
            kind: string;
            /**
             * State
             * @description partly: some of its lines have no price, and `kr` is the rest
             * @enum {string}
             */
            state: "known" | "partly" | "unknown";
            /**
             * Stated
             * @description whether `cost_kr` was stated by the planner
             */
            stated: boolean;
            /** Kr */
            kr: number | null;
            payers: components["schemas"]["PayersOut"] | null;
            /** Lines */
            lines: components["schemas"]["CostLineOut"][];
        };
        /**
         * FieldsOut
         * @description Which fields a kind of file fills.
         */
        FieldsOut: {
            /** Kind */
            kind: string;
            /** Fields */
            fields: string[];
        };
        /**
         * FileAttribute
         * @description An attribute with the first few different values it has.
         */
        FileAttribute: {
            /** Name */
            name: string;
            /** Values */
            values: string[];
        };
        /**
         * FileFaultOut
         * @description One thing that is wrong, with what to do about it.
         */
        FileFaultOut: {
            /** Layer */
            layer: string | null;
            /** Feature */
            feature: string | null;
            value: components["schemas"]["JsonValue"];
            /** Code */
            code: string;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /**
             * Shown
             * @description whether the feature is there all the same, to look at but not to draw with
             */
            shown: boolean;
            /** Message */
            message: string;
        };
        /**
         * FileFeature
         * @description One point, line or polygon of a file, in degrees, with what the file says of it.
         */
        FileFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            /**
             * Kind
             * @description the kind that its own `kind` means
             */
            kind: string | null;
            /** Geometry */
            geometry: components["schemas"]["Point"] | components["schemas"]["LineString"] | components["schemas"]["Polygon"];
            /** Properties */
            properties: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
        /**
         * FileFeatures
         * @description The features of a layer.
         */
        FileFeatures: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /** Features */
            features: components["schemas"]["FileFeature"][];
        };
        /**
         * FileHeader
         * @description What a file says of the proposal in it.
         */
        FileHeader: {
            /** Area */
            area: string;
            /** Name */
            name: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * @default {
             *       "phases": []
             *     }
             */
            settings?: components["schemas"]["ProposalSettings"];
        };
        /**
         * FileLayer
         * @description A layer of a file.
         */
        FileLayer: {
            /** Name */
            name: string;
            /**
             * Count
             * @description how many features the file has in it, those at fault included
             */
            count: number;
            /**
             * Crs
             * @description EPSG code that its numbers were read in
             */
            crs: number | null;
            /** Geometries */
            geometries: {
                [key: string]: number;
            };
            /** Attributes */
            attributes: components["schemas"]["FileAttribute"][];
            /** Bbox */
            bbox: [
                number,
                number,
                number,
                number
            ];
            /**
             * Kind
             * @description the kind that its name speaks of
             */
            kind: string | null;
            features: components["schemas"]["FileFeatures"];
        };
        /**
         * FileNote
         * @description How something was understood.
         */
        FileNote: {
            /** Code */
            code: string;
            /** Layer */
            layer: string | null;
            /** Message */
            message: string;
        };
        /**
         * FlowExample
         * @description The home from which most trips come or cease to come along, and where they go.
         */
        FlowExample: {
            /** Home */
            home: string;
            /** Residents */
            residents: number;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Baseline Trips */
            baseline_trips: number;
            /** Proposal Trips */
            proposal_trips: number;
            baseline: components["schemas"]["RouteSide"] | null;
            proposal: components["schemas"]["RouteSide"] | null;
        };
        /**
         * Form
         * @description How an isochrone is given.
         * @enum {string}
         */
        Form: "polygon" | "network" | "grid";
        /**
         * GapOut
         * @description A stretch of boundary between two ways in that follow each other.
         */
        GapOut: {
            /** Start M */
            start_m: number;
            /** Length M */
            length_m: number;
            geometry: components["schemas"]["LineString"];
        };
        /**
         * HealthOut
         * @description Whether the service can answer, and with which data.
         */
        HealthOut: {
            /**
             * Status
             * @constant
             */
            status: "ok";
            /** Version */
            version: string;
            /** Dataset */
            dataset: string;
            /** Warm */
            warm: boolean;
            /** Tile Url */
            tile_url: string | null;
        };
        /**
         * HomeFeature
         * @description A home point.
         */
        HomeFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["Point"];
            properties: components["schemas"]["HomeProperties"];
        };
        /**
         * HomePage
         * @description Homes.
         */
        HomePage: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /**
             * Numbermatched
             * @description how many features fit the question
             */
            numberMatched: number;
            /**
             * Numberreturned
             * @description how many of them are here
             */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
            /** Features */
            features: components["schemas"]["HomeFeature"][];
        };
        /**
         * HomeProperties
         * @description A point where people live.
         */
        HomeProperties: {
            /** Place */
            place: string;
            /** Area */
            area: string | null;
            /** Residents */
            residents: number;
            /** Homes */
            homes: number | null;
            /** Municipality Code */
            municipality_code: string;
            /** Source */
            source: string;
            /** Modelled */
            modelled: boolean;
        };
        /**
         * HomeValuesOut
         * @description One indicator for every home, in the order of ``ids``; null is unreachable or absent.
         */
        HomeValuesOut: {
            /** Indicator */
            indicator: string;
            mode: components["schemas"]["Mode"];
            /** Category */
            category: string | null;
            /** Cutoff Min */
            cutoff_min: number | null;
            /** Unit */
            unit: string;
            /** Baseline */
            baseline: (number | null)[];
            /** Proposal */
            proposal: (number | null)[];
        };
        /**
         * HomesOut
         * @description The homes of the place, column by column.
         */
        HomesOut: {
            /** Ids */
            ids: string[];
            /** Residents */
            residents: number[];
            /** Residents Proposal */
            residents_proposal: number[];
            /** Lon */
            lon: number[];
            /** Lat */
            lat: number[];
            /** In Area */
            in_area: boolean[];
            /** Values */
            values: components["schemas"]["HomeValuesOut"][];
        };
        /**
         * IndicatorList
         * @description The registry.
         */
        IndicatorList: {
            /** Indicators */
            indicators: components["schemas"]["IndicatorOut"][];
        };
        /**
         * IndicatorOut
         * @description What an indicator is, and what it promises.
         */
        IndicatorOut: {
            /** Id */
            id: string;
            /** Group */
            group: number;
            /** Name Da */
            name_da: string;
            /** Name En */
            name_en: string;
            /** Sentence Da */
            sentence_da: string;
            /** Sentence En */
            sentence_en: string;
            /** Formula */
            formula: string;
            /** Unit */
            unit: string;
            /**
             * Better
             * @enum {string}
             */
            better: "higher" | "lower";
            /**
             * Guarantee
             * @enum {string}
             */
            guarantee: "monotone" | "none";
            /** Guarantee Reason Da */
            guarantee_reason_da: string;
            /** Guarantee Reason En */
            guarantee_reason_en: string;
            /** Parameters */
            parameters: {
                [key: string]: components["schemas"]["ParameterOut"];
            };
            /** Source */
            source: string;
            /**
             * Live
             * @description Part of every answer; others are asked for by id.
             */
            live: boolean;
            /** Per Home */
            per_home: boolean;
            /** Per Street */
            per_street: boolean;
        };
        /**
         * IndicatorValueOut
         * @description One number before and after; null where there is no answer (unreachable, nobody there).
         */
        IndicatorValueOut: {
            /** Id */
            id: string;
            mode: components["schemas"]["Mode"] | null;
            /** Category */
            category: string | null;
            /** Cutoff Min */
            cutoff_min: number | null;
            /** Variant */
            variant: string | null;
            /** Unit */
            unit: string;
            /**
             * Better
             * @enum {string}
             */
            better: "higher" | "lower";
            /** Baseline */
            baseline: number | null;
            /** Proposal */
            proposal: number | null;
            /** Change */
            change: number | null;
            /** Known Share */
            known_share: number;
        };
        /**
         * InterventionCollection
         * @description The interventions of a proposal.
         */
        InterventionCollection: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /** Features */
            features: components["schemas"]["InterventionFeature"][];
        };
        /**
         * InterventionFeature
         * @description One intervention as it is kept.
         */
        InterventionFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            /** Geometry */
            geometry: components["schemas"]["Point"] | components["schemas"]["MultiPoint"] | components["schemas"]["LineString"] | components["schemas"]["MultiLineString"] | components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"];
            properties: components["schemas"]["InterventionProperties"];
        };
        /**
         * InterventionProperties
         * @description What was drawn. Which further properties a kind takes stands in the documentation.
         *
         *     Every kind takes `cost_kr` (a price the planner knows, instead of unit prices), `funding` (who
         *     pays it: shares of `housing_organisation`, `municipality`, `foundation` and `others` that sum
         *     to one) and `phase` (a whole number from 1 to 5; 1 where it is left out).
         */
        InterventionProperties: {
            /** Kind */
            kind: string;
        } & {
            [key: string]: unknown;
        };
        /**
         * IsochroneOut
         * @description How far one gets: rings, stretches or cells, by the form that was asked for.
         */
        IsochroneOut: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /** Features */
            features: (components["schemas"]["RingFeature"] | components["schemas"]["StretchFeature"] | components["schemas"]["CellFeature"])[];
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Place */
            place: string;
            mode: components["schemas"]["Mode"];
            /** Lens */
            lens: string | null;
            /**
             * Direction
             * @enum {string}
             */
            direction: "from" | "to";
            form: components["schemas"]["Form"];
            /** Minutes */
            minutes: number[];
            /** Cell M */
            cell_m: number | null;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            crs?: components["schemas"]["NamedCrs"] | null;
        };
        /**
         * IssueOut
         * @description Something to tell the planner, and where.
         */
        IssueOut: {
            /**
             * Severity
             * @enum {string}
             */
            severity: "error" | "warning" | "note";
            /** Code */
            code: string;
            /** Message */
            message: string;
            /** Feature */
            feature: string | null;
            /** Geometry */
            geometry: components["schemas"]["Point"] | components["schemas"]["MultiPoint"] | components["schemas"]["LineString"] | components["schemas"]["MultiLineString"] | components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"] | null;
            value: components["schemas"]["JsonValue"];
        };
        /**
         * JoinOut
         * @description A place where a drawn line meets the network.
         */
        JoinOut: {
            /** Feature */
            feature: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "end" | "crossing";
        };
        /**
         * JourneyOut
         * @description A trip from door to door; whoever leaves home later than ``departs`` does not make it.
         */
        JourneyOut: {
            /** Departs */
            departs: string;
            /** Arrives */
            arrives: string;
            /** Time Ms */
            time_ms: number;
            /** Changes */
            changes: number;
            /** Legs */
            legs: components["schemas"]["LegOut"][];
        };
        /**
         * JourneysOut
         * @description A home's trips to the nearest of a kind; a side is null where nothing is reached.
         */
        JourneysOut: {
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Place */
            place: string;
            /** Area */
            area: string;
            /** Home */
            home: string;
            /** Category */
            category: string;
            departure: components["schemas"]["DepartureOut"];
            /** Modelled */
            modelled: boolean;
            baseline: components["schemas"]["JourneysSide"] | null;
            proposal: components["schemas"]["JourneysSide"] | null;
        };
        /**
         * JourneysSide
         * @description The trips in one situation, to what is nearest then.
         *
         *     ``time_ms`` is enough at the wanted share of departures, ``time_p10_ms`` and ``time_p90_ms``
         *     at a tenth and at nine tenths; ``journeys`` are those that are quicker than ``direct_ms``, all
         *     the way along streets, by when they leave.
         */
        JourneysSide: {
            facility: components["schemas"]["FacilityNamed"];
            /** Time Ms */
            time_ms: number | null;
            /** Time P10 Ms */
            time_p10_ms: number | null;
            /** Time P90 Ms */
            time_p90_ms: number | null;
            /** Direct Ms */
            direct_ms: number | null;
            /** Journeys */
            journeys: components["schemas"]["JourneyOut"][];
            near: components["schemas"]["NearHomeOut"];
        };
        JsonValue: unknown;
        /**
         * LandCoverFeature
         * @description A patch of ground for the basemap.
         */
        LandCoverFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            /** Geometry */
            geometry: components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"];
            properties: components["schemas"]["LandCoverProperties"];
        };
        /**
         * LandCoverPage
         * @description Ground for the basemap.
         */
        LandCoverPage: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /**
             * Numbermatched
             * @description how many features fit the question
             */
            numberMatched: number;
            /**
             * Numberreturned
             * @description how many of them are here
             */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
            /** Features */
            features: components["schemas"]["LandCoverFeature"][];
        };
        /**
         * LandCoverProperties
         * @description A patch of ground.
         */
        LandCoverProperties: {
            /** Place */
            place: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "water" | "green" | "built_up" | "industry" | "rail";
            /** Source */
            source: string;
        };
        /**
         * LayerChangeOut
         * @description The rows of one layer before and after; amounts are kilometres or residents.
         */
        LayerChangeOut: {
            /** Layer */
            layer: string;
            /** Added */
            added: number;
            /** Removed */
            removed: number;
            /** Changed */
            changed: number;
            /** Same */
            same: number;
            /** Amount Before */
            amount_before: number | null;
            /** Amount After */
            amount_after: number | null;
            /** Message */
            message: string;
        };
        /**
         * LegOut
         * @description A walk, a ride, or the way to the first stop by bike.
         *
         *     Times of the day are as 07:42:30 and go on past 24:00.
         *
         *     ``stops`` are all that a ride passes, its ends included; of the others the stop they lead to or
         *     from.
         */
        LegOut: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "walk" | "bike" | "ride";
            /** Line */
            line: string | null;
            /**
             * Feature
             * @description the drawn line, where it is one
             */
            feature: string | null;
            /** Departs */
            departs: string;
            /** Arrives */
            arrives: string;
            /** Time Ms */
            time_ms: number;
            /** Stops */
            stops: components["schemas"]["StopNamed"][];
        };
        /**
         * LensId
         * @enum {string}
         */
        LensId: "child" | "elder" | "wheelchair" | "night";
        /**
         * LensList
         * @description Every lens on walking.
         */
        LensList: {
            /** Lenses */
            lenses: components["schemas"]["LensOut"][];
        };
        /**
         * LensOut
         * @description A way of walking: its pace and its burdens. What is not known of a way burdens nobody.
         */
        LensOut: {
            /** Id */
            id: string;
            /** Name Da */
            name_da: string;
            /** Name En */
            name_en: string;
            /** Sentence Da */
            sentence_da: string;
            /** Sentence En */
            sentence_en: string;
            /** Speed Kmh */
            speed_kmh: number;
            /** Ms Per Metre */
            ms_per_metre: number;
            /** Burdens */
            burdens: components["schemas"]["BurdenOut"][];
            /** Source */
            source: string;
        };
        /**
         * LineCollection
         * @description The lines of a place.
         */
        LineCollection: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /** Features */
            features: components["schemas"]["LineFeature"][];
        };
        /**
         * LineFeature
         * @description A line one way, from stop to stop.
         */
        LineFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["LineString"];
            properties: components["schemas"]["LineProperties"];
        };
        /**
         * LineProperties
         * @description A line one way, as most of its trips run.
         */
        LineProperties: {
            /** Line */
            line: string;
            /** Name */
            name: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "bus" | "train";
            /** To */
            to: string;
            /** Trips Weekday */
            trips_weekday: number;
            /** Trips 07 09 */
            trips_07_09: number;
            /** Stops */
            stops: string[];
        };
        /**
         * LineString
         * @description LineString Model
         */
        LineString: {
            /** Bbox */
            bbox?: [
                number,
                number,
                number,
                number
            ] | [
                number,
                number,
                number,
                number,
                number,
                number
            ] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "LineString";
            /** Coordinates */
            coordinates: (components["schemas"]["Position2D"] | components["schemas"]["Position3D"])[];
        };
        /**
         * Link
         * @description Where to find something related.
         */
        Link: {
            /** Href */
            href: string;
            /** Rel */
            rel: string;
            /** Type */
            type: string;
        };
        /**
         * LoadFaultOut
         * @description One fault of a file: where it stands, which value, and what to do.
         */
        LoadFaultOut: {
            /** Layer */
            layer: string;
            /** Feature */
            feature: string | null;
            /** Value */
            value: string | null;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Message */
            message: string;
        };
        /**
         * LoadNoteOut
         * @description Something the reader did or left out.
         */
        LoadNoteOut: {
            /** Code */
            code: string;
            /** Count */
            count: number;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Message */
            message: string;
        };
        /**
         * LoadOut
         * @description A load.
         */
        LoadOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * State
             * @enum {string}
             */
            state: "awaiting_file" | "queued" | "running" | "done" | "refused" | "failed" | "cancelled";
            /**
             * Kind
             * @enum {string}
             */
            kind: "areas" | "osm" | "streets" | "facilities" | "buildings" | "population" | "barriers" | "land-cover" | "transit";
            /** Place */
            place: string | null;
            /** File Name */
            file_name: string | null;
            /** File Bytes */
            file_bytes: number | null;
            /** Rehearse */
            rehearse: boolean;
            /**
             * Can Be Taken
             * @description a rehearsal whose file is still here: POST …/take takes it in
             */
            can_be_taken: boolean;
            progress: components["schemas"]["ProgressOut"] | null;
            story: components["schemas"]["app__schemas__loads__StoryOut"] | null;
            /** Faults */
            faults: components["schemas"]["LoadFaultOut"][];
            /** Asked */
            asked: {
                [key: string]: unknown;
            };
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Started At */
            started_at: string | null;
            /** Finished At */
            finished_at: string | null;
        };
        /**
         * LoadPage
         * @description The latest loads, newest first.
         */
        LoadPage: {
            /** Loads */
            loads: components["schemas"]["LoadOut"][];
            /**
             * Is Open
             * @description whether data may be loaded here
             */
            is_open: boolean;
        };
        /**
         * LoadingOut
         * @description What can be loaded, for a form.
         */
        LoadingOut: {
            /** Is Open */
            is_open: boolean;
            /** Endings */
            endings: string[];
            /**
             * Table Endings
             * @description of files that hold a table
             */
            table_endings: string[];
            /** Max Upload Bytes */
            max_upload_bytes: number;
            /** Profiles */
            profiles: components["schemas"]["ProfileOut"][];
            /** Kinds */
            kinds: components["schemas"]["FieldsOut"][];
            /** Places */
            places: components["schemas"]["NamedPlace"][];
        };
        /**
         * Mode
         * @description A way of getting about.
         * @enum {string}
         */
        Mode: "walk" | "bike" | "transit";
        /**
         * ModelConnector
         * @description The way from a point to a node.
         */
        ModelConnector: {
            /** Node */
            node: string;
            /** Walk Ms */
            walk_ms: number | null;
            /** Bike Ms */
            bike_ms: number | null;
        };
        /**
         * ModelEdge
         * @description An edge: milliseconds from ``u`` to ``v``; ``…_back`` only where it differs.
         *
         *     Null where the mode is forbidden.
         */
        ModelEdge: {
            /** Id */
            id: string;
            /** U */
            u: string;
            /** V */
            v: string;
            /** Walk Ms */
            walk_ms: number | null;
            /**
             * Walk Ms Back
             * @description left out where equal to walk_ms
             */
            walk_ms_back?: number | null;
            /** Bike Ms */
            bike_ms: number | null;
            /**
             * Bike Ms Back
             * @description left out where equal to bike_ms
             */
            bike_ms_back?: number | null;
        };
        /**
         * ModelFacility
         * @description A facility.
         */
        ModelFacility: {
            /** Id */
            id: string;
            /** Category */
            category: string;
            /** Capacity */
            capacity: number | null;
            /** Connectors */
            connectors: components["schemas"]["ModelConnector"][];
        };
        /**
         * ModelNode
         * @description A node, in EPSG:25832 metres.
         */
        ModelNode: {
            /** Id */
            id: string;
            /** X */
            x: number;
            /** Y */
            y: number;
        };
        /**
         * ModelOrigin
         * @description A home.
         */
        ModelOrigin: {
            /** Id */
            id: string;
            /** Residents */
            residents: number;
            /** Area */
            area: string | null;
            /** Connectors */
            connectors: components["schemas"]["ModelConnector"][];
        };
        /**
         * ModelOut
         * @description A plain graph with its origins and facilities.
         */
        ModelOut: {
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Area */
            area: string;
            lens: components["schemas"]["LensOut"] | null;
            /** Nodes */
            nodes: components["schemas"]["ModelNode"][];
            /** Edges */
            edges: components["schemas"]["ModelEdge"][];
            /** Origins */
            origins: components["schemas"]["ModelOrigin"][];
            /** Facilities */
            facilities: components["schemas"]["ModelFacility"][];
        };
        /**
         * MultiLineString
         * @description MultiLineString Model
         */
        MultiLineString: {
            /** Bbox */
            bbox?: [
                number,
                number,
                number,
                number
            ] | [
                number,
                number,
                number,
                number,
                number,
                number
            ] | null;
            /**
             * Type
             * @constant
             */
            type: "MultiLineString";
            /** Coordinates */
            coordinates: (components["schemas"]["Position2D"] | components["schemas"]["Position3D"])[][];
        };
        /**
         * MultiPoint
         * @description MultiPoint Model
         */
        MultiPoint: {
            /** Bbox */
            bbox?: [
                number,
                number,
                number,
                number
            ] | [
                number,
                number,
                number,
                number,
                number,
                number
            ] | null;
            /**
             * Type
             * @constant
             */
            type: "MultiPoint";
            /** Coordinates */
            coordinates: (components["schemas"]["Position2D"] | components["schemas"]["Position3D"])[];
        };
        /**
         * MultiPolygon
         * @description MultiPolygon Model
         */
        MultiPolygon: {
            /** Bbox */
            bbox?: [
                number,
                number,
                number,
                number
            ] | [
                number,
                number,
                number,
                number,
                number,
                number
            ] | null;
            /**
             * Type
             * @constant
             */
            type: "MultiPolygon";
            /** Coordinates */
            coordinates: (components["schemas"]["Position2D"] | components["schemas"]["Position3D"])[][][];
        };
        /**
         * MunicipalitiesOut
         * @description The municipalities of Denmark.
         */
        MunicipalitiesOut: {
            /** Municipalities */
            municipalities: components["schemas"]["MunicipalityOut"][];
        };
        /**
         * MunicipalityOut
         * @description A municipality.
         */
        MunicipalityOut: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * NamedCrs
         * @description The coordinate system of a collection; EPSG:4326 where it says nothing.
         */
        NamedCrs: {
            /**
             * Type
             * @constant
             */
            type: "name";
            properties: components["schemas"]["CrsProperties"];
        };
        /**
         * NamedPlace
         * @description A place that data can belong to.
         */
        NamedPlace: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NearHomeOut
         * @description What leaves from the stops within 500 m on foot.
         *
         *     The first and last of the day, from four in the morning on, and how many while people set out.
         */
        NearHomeOut: {
            /** First */
            first: string | null;
            /** Last */
            last: string | null;
            /** Departures */
            departures: number;
        };
        /**
         * PairOut
         * @description Two features that do not simply add up in the time they save, in resident-minutes.
         *
         *     Under ``needs_the_other`` it is ``one`` that does nothing alone.
         */
        PairOut: {
            mode: components["schemas"]["Mode"];
            /** One */
            one: string;
            /** Two */
            two: string;
            /**
             * Relation
             * @enum {string}
             */
            relation: "only_together" | "needs_the_other" | "reinforces" | "overlaps";
            /** Alone One */
            alone_one: number;
            /** Alone Two */
            alone_two: number;
            /** Together */
            together: number;
            /** Message */
            message: string;
        };
        /**
         * ParameterOut
         * @description A constant of a formula; ``low`` and ``high`` stand where a request may set it.
         */
        ParameterOut: {
            default: components["schemas"]["JsonValue"];
            /** Unit */
            unit: string;
            /** Low */
            low: number | null;
            /** High */
            high: number | null;
            /** Name Da */
            name_da: string;
            /** Name En */
            name_en: string;
        };
        /**
         * ParametersOut
         * @description What the numbers were computed with.
         */
        ParametersOut: {
            /** Modes */
            modes: components["schemas"]["Mode"][];
            /** Cutoffs Min */
            cutoffs_min: number[];
            departure: components["schemas"]["DepartureOut"];
            lens: components["schemas"]["LensOut"] | null;
            /** Indicators */
            indicators: {
                [key: string]: {
                    [key: string]: components["schemas"]["JsonValue"];
                };
            };
        };
        /**
         * PayersOut
         * @description Who pays how much, in kroner.
         */
        PayersOut: {
            /** Housing Organisation */
            housing_organisation: number;
            /** Municipality */
            municipality: number;
            /** Foundation */
            foundation: number;
            /** Others */
            others: number;
        };
        /**
         * Phase
         * @description A phase in which some of the drawing is built; a feature's `phase` counts from 1.
         */
        Phase: {
            /**
             * Name
             * @default
             */
            name?: string;
            /** Year */
            year?: number | null;
        };
        /**
         * PlaceOut
         * @description A town window; ``bbox`` is west, south, east, north in degrees.
         */
        PlaceOut: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Bbox */
            bbox: [
                number,
                number,
                number,
                number
            ];
        };
        /**
         * Point
         * @description Point Model
         */
        Point: {
            /** Bbox */
            bbox?: [
                number,
                number,
                number,
                number
            ] | [
                number,
                number,
                number,
                number,
                number,
                number
            ] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "Point";
            /** Coordinates */
            coordinates: components["schemas"]["Position2D"] | components["schemas"]["Position3D"];
        };
        /**
         * Polygon
         * @description Polygon Model
         */
        Polygon: {
            /** Bbox */
            bbox?: [
                number,
                number,
                number,
                number
            ] | [
                number,
                number,
                number,
                number,
                number,
                number
            ] | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "Polygon";
            /** Coordinates */
            coordinates: (components["schemas"]["Position2D"] | components["schemas"]["Position3D"])[][];
        };
        Position2D: [
            number,
            number
        ];
        Position3D: [
            number,
            number,
            number
        ];
        /**
         * ProfileOut
         * @description A saved profile of a known register.
         */
        ProfileOut: {
            /** Name */
            name: string;
            /** About */
            about: string;
            /** Kind */
            kind: string;
        };
        /**
         * ProgressOut
         * @description How far a load is; `total` is null where nobody knows, and then so is the time left.
         */
        ProgressOut: {
            /** Stage */
            stage: string;
            /** Done */
            done: number;
            /** Total */
            total: number | null;
            /** Seconds Left */
            seconds_left: number | null;
        };
        /**
         * ProposalFile
         * @description A proposal as a GeoJSON file.
         */
        ProposalFile: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            crs?: components["schemas"]["NamedCrs"] | null;
            forbind: components["schemas"]["FileHeader"];
            /** Features */
            features: components["schemas"]["InterventionFeature"][];
        };
        /**
         * ProposalLimits
         * @description How much can be part of a proposal.
         */
        ProposalLimits: {
            /** Features */
            features: number;
            /** Vertices */
            vertices: number;
        };
        /**
         * ProposalOut
         * @description A proposal with its drawing.
         */
        ProposalOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Area */
            area: string;
            /** Name */
            name: string;
            /** Description */
            description: string;
            /** Name En */
            name_en: string | null;
            /** Description En */
            description_en: string | null;
            /** Source */
            source: string | null;
            /** Is Example */
            is_example: boolean;
            /** Version */
            version: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Intervention Count */
            intervention_count: number;
            /**
             * @default {
             *       "phases": []
             *     }
             */
            settings?: components["schemas"]["ProposalSettings"];
            interventions: components["schemas"]["InterventionCollection"];
        };
        /**
         * ProposalPage
         * @description Proposals, the latest changed first; examples lead.
         */
        ProposalPage: {
            /** Proposals */
            proposals: components["schemas"]["ProposalSummary"][];
            /** Numbermatched */
            numberMatched: number;
            /** Numberreturned */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
        };
        /**
         * ProposalSettings
         * @description Unit prices set otherwise than by default, and the phases in their order.
         */
        ProposalSettings: {
            cost?: components["schemas"]["CostSettings"] | null;
            /**
             * Phases
             * @default []
             */
            phases?: components["schemas"]["Phase"][];
        };
        /**
         * ProposalSummary
         * @description A proposal without its drawing.
         */
        ProposalSummary: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Area */
            area: string;
            /** Name */
            name: string;
            /** Description */
            description: string;
            /** Name En */
            name_en: string | null;
            /** Description En */
            description_en: string | null;
            /** Source */
            source: string | null;
            /** Is Example */
            is_example: boolean;
            /** Version */
            version: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Intervention Count */
            intervention_count: number;
        };
        /**
         * ReachChangeOut
         * @description The facilities that come within a cutoff, and those that no longer are.
         */
        ReachChangeOut: {
            /** Cutoff Min */
            cutoff_min: number;
            /** Gained */
            gained: components["schemas"]["FacilityNamed"][];
            /** Lost */
            lost: components["schemas"]["FacilityNamed"][];
        };
        /**
         * ReplyOut
         * @description A comment without what was answered to it.
         */
        ReplyOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Proposal
             * Format: uuid
             */
            proposal: string;
            /** Reply To */
            reply_to: string | null;
            /** Number */
            number: number | null;
            /** Author */
            author: string;
            /** Text */
            text: string;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Feature */
            feature: string | null;
            /** Resolved */
            resolved: boolean;
            /** Deleted */
            deleted: boolean;
            /** Version */
            version: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Edited At */
            edited_at: string | null;
        };
        /**
         * ResolveOut
         * @description What can be said of a drawing without computing anything.
         */
        ResolveOut: {
            /** Ok */
            ok: boolean;
            /** Issues */
            issues: components["schemas"]["IssueOut"][];
            /** Joins */
            joins: components["schemas"]["JoinOut"][];
        };
        /**
         * RevisionList
         * @description The history, oldest first unless asked otherwise.
         */
        RevisionList: {
            /**
             * Proposal
             * Format: uuid
             */
            proposal: string;
            /** Revisions */
            revisions: components["schemas"]["RevisionOut"][];
            /** Numbermatched */
            numberMatched: number;
            /** Numberreturned */
            numberReturned: number;
        };
        /**
         * RevisionOut
         * @description What a proposal was after one change; ``snapshot`` where it was asked for.
         */
        RevisionOut: {
            /** Version */
            version: number;
            /** Action */
            action: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            snapshot?: components["schemas"]["ProposalOut"] | null;
        };
        /**
         * RevisionWithSnapshot
         * @description What a proposal was after one change, whole.
         */
        RevisionWithSnapshot: {
            /** Version */
            version: number;
            /** Action */
            action: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            snapshot: components["schemas"]["ProposalOut"];
        };
        /**
         * RingFeature
         * @description Everything within a time; empty where that is no cell.
         */
        RingFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["MultiPolygon"];
            properties: components["schemas"]["RingProperties"];
        };
        /**
         * RingOut
         * @description One closed line of the boundary; the stretches of either side make the whole of it.
         */
        RingOut: {
            /** Length M */
            length_m: number;
            /** Ways */
            ways: components["schemas"]["WayInOut"][];
            /** Baseline */
            baseline: components["schemas"]["GapOut"][];
            /** Proposal */
            proposal: components["schemas"]["GapOut"][];
        };
        /**
         * RingProperties
         * @description A surface of all cells within the time.
         */
        RingProperties: {
            /** Minutes */
            minutes: number;
            /** Area M2 */
            area_m2: number;
        };
        /**
         * RouteOut
         * @description The route without and with what is drawn; null where no way leads there.
         */
        RouteOut: {
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Place */
            place: string;
            mode: components["schemas"]["Mode"];
            /** Lens */
            lens: string | null;
            baseline: components["schemas"]["RouteSide"] | null;
            proposal: components["schemas"]["RouteSide"] | null;
            /** Change Ms */
            change_ms: number | null;
            crs?: components["schemas"]["NamedCrs"] | null;
        };
        /**
         * RoutePart
         * @description A stretch of a route along one street, one drawn feature, or straight to a door.
         */
        RoutePart: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "connector" | "street" | "drawn";
            /** Street */
            street: number | null;
            /** Street Class */
            street_class: string | null;
            /** Grade */
            grade: ("at_grade" | "bridge" | "tunnel") | null;
            /** Steps */
            steps: boolean | null;
            /** Lit */
            lit: boolean | null;
            /** Feature */
            feature: string | null;
            /** Time Ms */
            time_ms: number;
            /** Length M */
            length_m: number;
        };
        /**
         * RouteSide
         * @description A route; the times of its parts sum exactly to its time.
         */
        RouteSide: {
            /** Time Ms */
            time_ms: number;
            /** Length M */
            length_m: number;
            /**
             * Features
             * @description the drawn features it uses, in order
             */
            features: string[];
            /** Parts */
            parts: components["schemas"]["RoutePart"][];
            geometry: components["schemas"]["LineString"];
        };
        /**
         * ServedHomesOut
         * @description The homes of the place, column by column; times are null where no way leads, or nothing is.
         *
         *     Drawn homes come last.
         */
        ServedHomesOut: {
            /** Ids */
            ids: string[];
            /** Lon */
            lon: number[];
            /** Lat */
            lat: number[];
            /** Residents */
            residents: number[];
            /** Residents Proposal */
            residents_proposal: number[];
            /** In Area */
            in_area: boolean[];
            /** Baseline Ms */
            baseline_ms: (number | null)[];
            /** Proposal Ms */
            proposal_ms: (number | null)[];
            /** Nearest Baseline */
            nearest_baseline: boolean[];
            /** Nearest Proposal */
            nearest_proposal: boolean[];
        };
        /**
         * ServedOut
         * @description Whom a facility serves in one situation.
         *
         *     ``nearest``: for whom no other of its kind is nearer; each home has one nearest of a kind.
         */
        ServedOut: {
            /** Within */
            within: components["schemas"]["ServedWithin"][];
            nearest: components["schemas"]["ServedPeople"];
        };
        /**
         * ServedPeople
         * @description Residents of the area, and those of the place who live outside it.
         */
        ServedPeople: {
            /** Inside */
            inside: number;
            /** Outside */
            outside: number;
        };
        /**
         * ServedWithin
         * @description Who reaches the facility within a time.
         */
        ServedWithin: {
            /** Inside */
            inside: number;
            /** Outside */
            outside: number;
            /** Cutoff Min */
            cutoff_min: number;
        };
        /**
         * SeveranceOut
         * @description Places along the barriers, column by column, and the walk to the other side from each.
         *
         *     Every 25 m two points face each other across a barrier, at ``from`` and ``to``. The walk between
         *     them counts as ``longest_m`` where it is longer or where there is none. ``known_share``: of all
         *     places those with a street on either side; the others are left out.
         */
        SeveranceOut: {
            /** Lon */
            lon: number[];
            /** Lat */
            lat: number[];
            /** From Lon */
            from_lon: number[];
            /** From Lat */
            from_lat: number[];
            /** To Lon */
            to_lon: number[];
            /** To Lat */
            to_lat: number[];
            /** Straight M */
            straight_m: number[];
            /** Baseline M */
            baseline_m: number[];
            /** Proposal M */
            proposal_m: number[];
            /** Longest M */
            longest_m: number;
            /** Known Share */
            known_share: number;
        };
        /**
         * SourceList
         * @description Every source.
         */
        SourceList: {
            /** Sources */
            sources: components["schemas"]["SourceOut"][];
        };
        /**
         * SourceOut
         * @description Where data comes from, and what must be said when it is shown.
         */
        SourceOut: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Publisher */
            publisher: string;
            /** Date */
            date: string;
            /** Licence */
            licence: string;
            /** Attribution */
            attribution: string;
            /** Url */
            url: string | null;
            /** Modelled */
            modelled: boolean;
            /** Note */
            note: string | null;
            /** Checksum */
            checksum: string;
        };
        /**
         * StopFeature
         * @description A stop.
         */
        StopFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["Point"];
            properties: components["schemas"]["StopProperties"];
        };
        /**
         * StopNamed
         * @description A stop of the timetable, or one that is drawn; those have no name of their own.
         */
        StopNamed: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
        };
        /**
         * StopPage
         * @description Stops.
         */
        StopPage: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /**
             * Numbermatched
             * @description how many features fit the question
             */
            numberMatched: number;
            /**
             * Numberreturned
             * @description how many of them are here
             */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
            /** Features */
            features: components["schemas"]["StopFeature"][];
        };
        /**
         * StopProperties
         * @description A stop of the timetable.
         */
        StopProperties: {
            /** Place */
            place: string;
            /** Name */
            name: string;
            /** Departures Weekday */
            departures_weekday: number;
            /** Departures 07 09 */
            departures_07_09: number;
            /** Is Station */
            is_station: boolean;
            /** Source */
            source: string;
        };
        /**
         * StreetFeature
         * @description A piece of street; its id is the number it has in ``/model``.
         */
        StreetFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: number;
            geometry: components["schemas"]["LineString"];
            properties: components["schemas"]["StreetProperties"];
        };
        /**
         * StreetFlowOut
         * @description All trips along the street to one destination.
         *
         *     ``homes``: from how many homes; of a street where something changes, those that change.
         */
        StreetFlowOut: {
            facility: components["schemas"]["FacilityNamed"];
            /** Baseline */
            baseline: number;
            /** Proposal */
            proposal: number;
            /** Change */
            change: number;
            /** Homes */
            homes: number;
            example: components["schemas"]["FlowExample"];
        };
        /**
         * StreetPage
         * @description Streets.
         */
        StreetPage: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /**
             * Numbermatched
             * @description how many features fit the question
             */
            numberMatched: number;
            /**
             * Numberreturned
             * @description how many of them are here
             */
            numberReturned: number;
            /** Links */
            links: components["schemas"]["Link"][];
            /** Features */
            features: components["schemas"]["StreetFeature"][];
        };
        /**
         * StreetProperties
         * @description A piece of street or path.
         */
        StreetProperties: {
            /** Place */
            place: string;
            /**
             * Street Class
             * @enum {string}
             */
            street_class: "motorway" | "main" | "local" | "private" | "path" | "cycleway" | "track";
            /** Name */
            name: string | null;
            /** Walk */
            walk: boolean;
            /**
             * Bike
             * @enum {string}
             */
            bike: "both" | "forward" | "backward" | "none";
            /**
             * Grade
             * @enum {string}
             */
            grade: "at_grade" | "bridge" | "tunnel";
            /** Lit */
            lit: boolean | null;
            /** Surface */
            surface: string | null;
            /** Steps */
            steps: boolean;
            /** Width M */
            width_m: number | null;
            /** Speed Kmh */
            speed_kmh: number | null;
            /** From Node */
            from_node: number;
            /** To Node */
            to_node: number;
            /** From Control */
            from_control: ("signal" | "zebra" | "refuge" | "none") | null;
            /** To Control */
            to_control: ("signal" | "zebra" | "refuge" | "none") | null;
            /** Source */
            source: string;
            /** Modelled */
            modelled: boolean;
        };
        /**
         * StreetValuesOut
         * @description One indicator for every street, in the order of ``ids``, and for what is drawn.
         */
        StreetValuesOut: {
            /** Indicator */
            indicator: string;
            mode: components["schemas"]["Mode"];
            /** Category */
            category: string | null;
            /** Cutoff Min */
            cutoff_min: number | null;
            /** Variant */
            variant: string | null;
            /** Unit */
            unit: string;
            /** Baseline */
            baseline: (number | null)[];
            /** Proposal */
            proposal: (number | null)[];
            /** Drawn */
            drawn: (number | null)[];
        };
        /**
         * StreetsDetailOut
         * @description The streets of the place, column by column, and the drawn stretches in order.
         */
        StreetsDetailOut: {
            /** Ids */
            ids: number[];
            /** Drawn Ids */
            drawn_ids: string[];
            /** Drawn Geometry */
            drawn_geometry: components["schemas"]["LineString"][];
            /** Values */
            values: components["schemas"]["StreetValuesOut"][];
        };
        /**
         * StretchFeature
         * @description A stretch of a street or of something drawn.
         */
        StretchFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["LineString"];
            properties: components["schemas"]["StretchProperties"];
        };
        /**
         * StretchProperties
         * @description A reached stretch: in the least ring that holds it, with the time at both its ends.
         *
         *     ``closed``: the street is closed here, and only doors on it are reached.
         */
        StretchProperties: {
            /** Minutes */
            minutes: number;
            /** Start Ms */
            start_ms: number;
            /** End Ms */
            end_ms: number;
            /** Street */
            street: number | null;
            /** Feature */
            feature: string | null;
            /** Closed */
            closed: boolean;
        };
        /**
         * SurfaceNodesOut
         * @description The nodes for which something changes, column by column; named as in the exported model.
         */
        SurfaceNodesOut: {
            /** Ids */
            ids: string[];
            /** Lon */
            lon: number[];
            /** Lat */
            lat: number[];
        };
        /**
         * SurfaceOut
         * @description What a drawing changes for the nodes of a place; columns in which nothing does are left out.
         *
         *     A node that is not here reaches the same, in the same time, as before.
         */
        SurfaceOut: {
            /** Ok */
            ok: boolean;
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Area */
            area: string;
            parameters: components["schemas"]["SurfaceParametersOut"];
            /** Issues */
            issues: components["schemas"]["IssueOut"][];
            /** Joins */
            joins: components["schemas"]["JoinOut"][];
            nodes: components["schemas"]["SurfaceNodesOut"];
            /** Values */
            values: components["schemas"]["SurfaceValuesOut"][];
            /** Elapsed Ms */
            elapsed_ms: number;
        };
        /**
         * SurfaceParametersOut
         * @description What the numbers were computed with.
         */
        SurfaceParametersOut: {
            mode: components["schemas"]["Mode"];
            /** Categories */
            categories: string[];
            /** Cutoffs Min */
            cutoffs_min: number[];
        };
        /**
         * SurfaceValuesOut
         * @description One number for each of the nodes; null where nothing is within the largest cutoff.
         */
        SurfaceValuesOut: {
            /**
             * Indicator
             * @enum {string}
             */
            indicator: "travel_time_nearest" | "opportunities_within";
            /** Category */
            category: string;
            /** Cutoff Min */
            cutoff_min: number | null;
            /**
             * Unit
             * @enum {string}
             */
            unit: "ms" | "facilities";
            /** Baseline */
            baseline: (number | null)[];
            /** Proposal */
            proposal: (number | null)[];
        };
        /**
         * TimetableOut
         * @description What runs in a place on the usual weekday; null where there is no timetable of it.
         */
        TimetableOut: {
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Place */
            place: string;
            /** Day */
            day: string | null;
            /** Modelled */
            modelled: boolean;
            lines: components["schemas"]["LineCollection"];
            stops: components["schemas"]["TimetableStopCollection"];
        };
        /**
         * TimetableStopCollection
         * @description The stops of a place that anything leaves from.
         */
        TimetableStopCollection: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /** Features */
            features: components["schemas"]["TimetableStopFeature"][];
        };
        /**
         * TimetableStopFeature
         * @description A stop of the timetable.
         */
        TimetableStopFeature: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /** Id */
            id: string;
            geometry: components["schemas"]["Point"];
            properties: components["schemas"]["TimetableStopProperties"];
        };
        /**
         * TimetableStopProperties
         * @description A stop of the timetable, with what leaves from it.
         */
        TimetableStopProperties: {
            /** Name */
            name: string;
            /** Departures 07 09 */
            departures_07_09: number;
            /** Departures 06 20 */
            departures_06_20: number;
            /** Lines */
            lines: string[];
        };
        /**
         * TouchedOut
         * @description A proposal near a change, or one that names what is gone.
         */
        TouchedOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Area */
            area: string;
            /**
             * Why
             * @enum {string}
             */
            why: "near" | "names";
        };
        /**
         * WayInOut
         * @description A place where a way leads across the boundary, and whether the drawing gave or took it.
         */
        WayInOut: {
            /**
             * At M
             * @description along the ring
             */
            at_m: number;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /**
             * State
             * @enum {string}
             */
            state: "kept" | "new" | "closed";
        };
        /**
         * WhyOut
         * @description What becomes of one home's way to the nearest of a kind.
         */
        WhyOut: {
            mode: components["schemas"]["Mode"];
            /** Category */
            category: string;
            /** Home */
            home: string;
            /** Residents */
            residents: number;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Change Ms */
            change_ms: number | null;
            baseline: components["schemas"]["ErrandOut"] | null;
            proposal: components["schemas"]["ErrandOut"] | null;
            /**
             * Reach
             * @description the cutoffs within which something changes
             */
            reach: components["schemas"]["ReachChangeOut"][];
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Place */
            place: string;
            /** Lens */
            lens: string | null;
            crs?: components["schemas"]["NamedCrs"] | null;
        };
        /**
         * WhyStreetOut
         * @description The trips along a street, as `edge_flow` counts them; null where there is no street.
         *
         *     ``gained`` and ``lost``: trips that come along only with the drawing, and only without it.
         */
        WhyStreetOut: {
            /** Dataset */
            dataset: string;
            /** Version */
            version: string;
            /** Place */
            place: string;
            /** Area */
            area: string;
            mode: components["schemas"]["Mode"];
            /** Lens */
            lens: string | null;
            /** Cutoff Min */
            cutoff_min: number;
            /** Street */
            street: string;
            /** Baseline */
            baseline: number | null;
            /** Proposal */
            proposal: number | null;
            /** Gained */
            gained: number;
            /** Lost */
            lost: number;
            /** Destinations */
            destinations: number;
            /** Flows */
            flows: components["schemas"]["StreetFlowOut"][];
        };
        /**
         * WrittenCommentOut
         * @description A new comment with the token that changes and deletes it; it is told this once.
         */
        WrittenCommentOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Proposal
             * Format: uuid
             */
            proposal: string;
            /** Reply To */
            reply_to: string | null;
            /** Number */
            number: number | null;
            /** Author */
            author: string;
            /** Text */
            text: string;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Feature */
            feature: string | null;
            /** Resolved */
            resolved: boolean;
            /** Deleted */
            deleted: boolean;
            /** Version */
            version: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Edited At */
            edited_at: string | null;
            /** Replies */
            replies: components["schemas"]["ReplyOut"][];
            /** Edit Token */
            edit_token: string | null;
        };
        /**
         * StoryOut
         * @description What becomes of one home's way to the nearest of a kind; null where none is reached.
         *
         *     ``change_ms`` is null where there was no way before or is none after.
         */
        app__schemas__itineraries__StoryOut: {
            mode: components["schemas"]["Mode"];
            /** Category */
            category: string;
            /** Home */
            home: string;
            /** Residents */
            residents: number;
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /** Change Ms */
            change_ms: number | null;
            baseline: components["schemas"]["ErrandOut"] | null;
            proposal: components["schemas"]["ErrandOut"] | null;
            /**
             * Reach
             * @description the cutoffs within which something changes
             */
            reach: components["schemas"]["ReachChangeOut"][];
        };
        /**
         * StoryOut
         * @description What a load did, or would do.
         */
        app__schemas__loads__StoryOut: {
            /** Place */
            place: string;
            /** Source */
            source: string;
            /** Taken */
            taken: boolean;
            /** Is Change */
            is_change: boolean;
            /** Dataset Before */
            dataset_before: string;
            /** Dataset After */
            dataset_after: string;
            /** Headline */
            headline: string;
            /** Layers */
            layers: components["schemas"]["LayerChangeOut"][];
            /** Notes */
            notes: components["schemas"]["LoadNoteOut"][];
            /** Touched */
            touched: components["schemas"]["TouchedOut"][];
        };
        /**
         * AssessIn
         * @description A drawing for an area, and what to compute of it.
         */
        AssessIn: {
            /** Area */
            area: string;
            interventions: components["schemas"]["InterventionCollectionIn"];
            /**
             * Modes
             * @default [
             *       "walk",
             *       "bike"
             *     ]
             */
            modes?: components["schemas"]["Mode"][];
            /**
             * Cutoffs Min
             * @default [
             *       5,
             *       10,
             *       15,
             *       20,
             *       30
             *     ]
             */
            cutoffs_min?: number[];
            /**
             * Detail
             * @default []
             */
            detail?: components["schemas"]["Detail"][];
            /**
             * Indicators
             * @description What to compute; without it, the indicators that are `live`.
             * @default null
             */
            indicators?: components["schemas"]["IndicatorId"][] | null;
            /**
             * Home Indicators
             * @description Which of them to give per home; without it, all that can be.
             * @default null
             */
            home_indicators?: components["schemas"]["IndicatorId"][] | null;
            /**
             * @description What to set otherwise than by default.
             * @default {
             *       "gravity_access": null,
             *       "school_competition": null,
             *       "school_route": null,
             *       "transit_service_class": null,
             *       "departures_near": null,
             *       "attraction_share": null,
             *       "through_movement": null,
             *       "edge_flow": null,
             *       "severance": null,
             *       "closeness": null,
             *       "cost": null,
             *       "cost_per_minute": null
             *     }
             */
            parameters?: components["schemas"]["SettingsIn"];
            /**
             * Route Categories
             * @description Which to tell routes for; without it, all.
             * @default null
             */
            route_categories?: components["schemas"]["Category"][] | null;
            /**
             * Route Homes
             * @description How many homes that gain, and how many that lose, of each mode and category.
             * @default 5
             */
            route_homes?: number;
            /**
             * @description Through whose eyes walking is seen (`/api/lenses`).
             * @default null
             */
            lens?: components["schemas"]["LensId"] | null;
            /**
             * @description When people set out, where `transit` is a mode.
             * @default {
             *       "from": "07:00",
             *       "until": "09:00",
             *       "share": 0.5,
             *       "longest_walk_min": 15,
             *       "to_stop": "walk"
             *     }
             */
            departure?: components["schemas"]["DepartureIn"];
        };
        /**
         * AttractionShareSettings
         * @description Share of the neighbours' errands
         */
        AttractionShareSettings: {
            /**
             * Decay Per Min
             * @description Decay per minute (β), per_min; 0.1 by default
             * @default null
             */
            decay_per_min?: number | null;
        };
        /**
         * CatchmentIn
         * @description Whom a facility serves without and with a drawing.
         */
        CatchmentIn: {
            /** Area */
            area: string;
            /**
             * Facility
             * @description its id, or that of the drawn feature
             */
            facility: string;
            /**
             * Mode
             * @default walk
             * @enum {string}
             */
            mode?: "walk" | "bike";
            /**
             * Cutoffs Min
             * @default [
             *       5,
             *       10,
             *       15,
             *       20
             *     ]
             */
            cutoffs_min?: number[];
            /**
             * @description Through whose eyes walking is seen (`/api/lenses`).
             * @default null
             */
            lens?: components["schemas"]["LensId"] | null;
            interventions: components["schemas"]["InterventionCollectionIn"];
        };
        /**
         * Category
         * @enum {string}
         */
        Category: "school" | "daycare" | "youth_education" | "grocery" | "retail" | "service" | "health" | "leisure" | "culture" | "park" | "workplace" | "station" | "stop";
        /**
         * CellSize
         * @enum {integer}
         */
        CellSize: 25 | 50 | 100 | 250;
        /**
         * ClosenessSettings
         * @description Closeness to the city's junctions
         */
        ClosenessSettings: {
            /**
             * Cutoff Min
             * @description Longest way, min; 15 by default
             * @default null
             */
            cutoff_min?: number | null;
        };
        /**
         * CommentPatch
         * @description New words of one's own comment; what is left out stays as it is.
         */
        CommentPatch: {
            /**
             * Author
             * @default null
             */
            author?: string | null;
            /**
             * Text
             * @default null
             */
            text?: string | null;
        };
        /**
         * ContributionsIn
         * @description A drawing whose effect is to be shared out among its features.
         */
        ContributionsIn: {
            /** Area */
            area: string;
            interventions: components["schemas"]["InterventionCollectionIn"];
            /**
             * Modes
             * @default [
             *       "walk",
             *       "bike"
             *     ]
             */
            modes?: ("walk" | "bike")[];
            /**
             * @description Through whose eyes walking is seen (`/api/lenses`).
             * @default null
             */
            lens?: components["schemas"]["LensId"] | null;
        };
        /**
         * CopyIn
         * @description How the copy shall be called, and which id it shall have.
         */
        CopyIn: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
        };
        /**
         * CostIn
         * @description A drawing to be priced.
         */
        CostIn: {
            /** Area */
            area: string;
            interventions: components["schemas"]["InterventionCollectionIn"];
            /**
             * @description Unit prices and shares set otherwise than by default.
             * @default {
             *       "cost": null
             *     }
             */
            parameters?: components["schemas"]["CostParametersIn"];
        };
        /**
         * CostParametersIn
         * @description Parameters by indicator.
         */
        CostParametersIn: {
            /**
             * @description Estimated cost
             * @default null
             */
            cost?: components["schemas"]["CostSettings"] | null;
        };
        /**
         * CostPerMinuteSettings
         * @description Cost per minute saved
         */
        CostPerMinuteSettings: {
            /**
             * Trips Per Day
             * @description Trips per resident per day, a number; 3.0 by default
             * @default null
             */
            trips_per_day?: number | null;
        };
        /**
         * Crs
         * @description The coordinate system of an answer.
         * @enum {integer}
         */
        Crs: 4326 | 25832;
        /**
         * DepartureIn
         * @description One sets out at every minute of a window of the usual weekday.
         */
        DepartureIn: {
            /**
             * From
             * @default 07:00
             * @example 07:00
             */
            from?: string;
            /**
             * Until
             * @description At most four hours later; nobody sets out then any more.
             * @default 09:00
             * @example 07:00
             */
            until?: string;
            /**
             * Share
             * @description A time counts that is enough at this share of departures.
             * @default 0.5
             */
            share?: number;
            /**
             * Longest Walk Min
             * @description To a stop, on foot or by bike, from a stop, and between two.
             * @default 15
             */
            longest_walk_min?: number;
            /**
             * To Stop
             * @description With bike one may ride to the first stop and leave the bike there, or ride all the way.
             * @default walk
             * @enum {string}
             */
            to_stop?: "walk" | "bike";
        };
        /**
         * DeparturesNearSettings
         * @description Departures near home
         */
        DeparturesNearSettings: {
            /**
             * Day Share
             * @description Share of departures from 6 to 20, where only the day's are known, a number; 0.8 by default
             * @default null
             */
            day_share?: number | null;
        };
        /**
         * DrawingIn
         * @description A drawing for an area.
         */
        DrawingIn: {
            /** Area */
            area: string;
            interventions: components["schemas"]["InterventionCollectionIn"];
        };
        /**
         * DrawnAreaIn
         * @description A housing area as GeoJSON: one Polygon or MultiPolygon in EPSG:4326.
         */
        DrawnAreaIn: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /**
             * Id
             * @description its name in small letters where it is left out
             * @default null
             */
            id?: string | null;
            properties: components["schemas"]["DrawnAreaProperties"];
            /**
             * Geometry
             * @description a Polygon or MultiPolygon of GeoJSON
             */
            geometry: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * DrawnAreaProperties
         * @description What its planner knows of a housing area.
         */
        DrawnAreaProperties: {
            /** Name */
            name: string;
            /** Municipality Code */
            municipality_code: string;
            /**
             * Housing Organisations
             * @default []
             */
            housing_organisations?: string[];
            /**
             * Homes
             * @default null
             */
            homes?: number | null;
            /**
             * Residents
             * @default null
             */
            residents?: number | null;
        };
        /**
         * EdgeFlowSettings
         * @description Trips along the streets
         */
        EdgeFlowSettings: {
            /**
             * Cutoff Min
             * @description Longest trip, min; 15 by default
             * @default null
             */
            cutoff_min?: number | null;
        };
        /**
         * FaultOut
         * @description One thing that is wrong.
         */
        FaultOut: {
            /** Pointer */
            pointer: string | null;
            /** Parameter */
            parameter: string | null;
            /** Feature */
            feature: string | null;
            value: components["schemas"]["JsonValue"];
            /** Code */
            code: string;
            /** Lon */
            lon: number | null;
            /** Lat */
            lat: number | null;
            /** Message */
            message: string;
        };
        /**
         * GravityAccessSettings
         * @description Nearness
         */
        GravityAccessSettings: {
            /**
             * Decay Per Min
             * @description Decay per minute (β), per_min; 0.1 by default
             * @default null
             */
            decay_per_min?: number | null;
        };
        /**
         * IndicatorId
         * @enum {string}
         */
        IndicatorId: "travel_time_nearest" | "share_within" | "opportunities_within" | "gravity_access" | "proximity_time" | "school_competition" | "school_route" | "city_reach" | "station_proximity" | "transit_service_class" | "departures_near" | "visitors_within" | "nearest_choice" | "attraction_share" | "function_mix" | "through_movement" | "edge_flow" | "detour_factor" | "boundary_entrances" | "entrance_gap" | "severance" | "pedshed_ratio" | "intersection_density" | "link_node_ratio" | "closeness" | "integration" | "choice" | "lit_share" | "underpasses_on_route" | "gap_to_city" | "inequality" | "cost" | "cost_per_minute";
        /**
         * InterventionCollectionIn
         * @description The interventions of a request; ``crs`` may name EPSG:25832.
         */
        InterventionCollectionIn: {
            /**
             * Type
             * @constant
             */
            type: "FeatureCollection";
            /** Features */
            features: components["schemas"]["InterventionFeatureIn"][];
            /** @default null */
            crs?: components["schemas"]["NamedCrs"] | null;
        } & {
            [key: string]: unknown;
        };
        /**
         * InterventionFeatureIn
         * @description One intervention as it is sent; without an id it gets one.
         */
        InterventionFeatureIn: {
            /**
             * Type
             * @constant
             */
            type: "Feature";
            /**
             * Id
             * @default null
             */
            id?: string | number | null;
            /** Geometry */
            geometry: components["schemas"]["Point"] | components["schemas"]["MultiPoint"] | components["schemas"]["LineString"] | components["schemas"]["MultiLineString"] | components["schemas"]["Polygon"] | components["schemas"]["MultiPolygon"];
            properties: components["schemas"]["InterventionProperties"];
        } & {
            [key: string]: unknown;
        };
        /**
         * IsochroneIn
         * @description How far one gets with a drawing.
         */
        IsochroneIn: {
            /**
             * Area
             * @description The area whose place is meant; without it, the place of the point.
             * @default null
             */
            area?: string | null;
            /**
             * @description The coordinate system of the answer.
             * @default 4326
             */
            crs?: components["schemas"]["Crs"];
            /**
             * @description Through whose eyes walking is seen (`/api/lenses`).
             * @default null
             */
            lens?: components["schemas"]["LensId"] | null;
            /** @default walk */
            mode?: components["schemas"]["Mode"];
            /** Lon */
            lon: number;
            /** Lat */
            lat: number;
            /**
             * Minutes
             * @default [
             *       5,
             *       10,
             *       15
             *     ]
             */
            minutes?: number[];
            /**
             * Direction
             * @description Where one gets from the point, or who gets there
             * @default from
             * @enum {string}
             */
            direction?: "from" | "to";
            /** @default polygon */
            form?: components["schemas"]["Form"];
            /**
             * @description Side of the grid's cells; by default 25 m on foot, else 50 m.
             * @default null
             */
            cell_m?: components["schemas"]["CellSize"] | null;
            /**
             * @description When people set out, where the mode is `transit`.
             * @default {
             *       "from": "07:00",
             *       "until": "09:00",
             *       "share": 0.5,
             *       "longest_walk_min": 15,
             *       "to_stop": "walk"
             *     }
             */
            departure?: components["schemas"]["DepartureIn"];
            interventions: components["schemas"]["InterventionCollectionIn"];
        };
        /**
         * JourneysIn
         * @description The trips of a home without and with a drawing.
         */
        JourneysIn: {
            /** Area */
            area: string;
            /**
             * Home
             * @description its id, or the drawn feature's
             */
            home: string;
            category: components["schemas"]["Category"];
            /**
             * @default {
             *       "from": "07:00",
             *       "until": "09:00",
             *       "share": 0.5,
             *       "longest_walk_min": 15,
             *       "to_stop": "walk"
             *     }
             */
            departure?: components["schemas"]["DepartureIn"];
            /**
             * @description Through whose eyes walking is seen (`/api/lenses`).
             * @default null
             */
            lens?: components["schemas"]["LensId"] | null;
            interventions: components["schemas"]["InterventionCollectionIn"];
        };
        /**
         * LoadIn
         * @description What is said of a file before it is sent.
         */
        LoadIn: {
            /**
             * Kind
             * @description what the file holds; `osm` is all but areas
             * @enum {string}
             */
            kind: "areas" | "osm" | "streets" | "facilities" | "buildings" | "population" | "barriers" | "land-cover" | "transit";
            /**
             * Place
             * @description where its rows belong
             * @default null
             */
            place?: string | null;
            /**
             * File Name
             * @description left out for `overpass`
             * @default null
             */
            file_name?: string | null;
            /**
             * Overpass
             * @description ask OpenStreetMap online; needs no file
             * @default false
             */
            overpass?: boolean;
            /**
             * Layer
             * @description of a file with several
             * @default null
             */
            layer?: string | null;
            /**
             * Crs
             * @description for files that do not say
             * @default null
             */
            crs?: string | null;
            /**
             * Profile
             * @default null
             */
            profile?: string | null;
            /**
             * Profile Toml
             * @description a profile of one's own, written as TOML
             * @default null
             */
            profile_toml?: string | null;
            /**
             * Municipalities File Name
             * @description shapes that say which municipality people live in; sent before the file
             * @default null
             */
            municipalities_file_name?: string | null;
            /**
             * Columns
             * @description our field → its column
             * @default {}
             */
            columns?: {
                [key: string]: string;
            };
            /**
             * Constants
             * @description our field → what it is for every row
             * @default {}
             */
            constants?: {
                [key: string]: string;
            };
            /**
             * Over Buildings
             * @default null
             */
            over_buildings?: boolean | null;
            /**
             * Gap M
             * @default 25
             */
            gap_m?: number;
            /**
             * @default {
             *       "id": null,
             *       "title": null,
             *       "publisher": null,
             *       "date": null,
             *       "licence": null,
             *       "attribution": null,
             *       "url": null
             *     }
             */
            source?: components["schemas"]["SourceIn"];
            /**
             * Rehearse
             * @description only tell what would change
             * @default false
             */
            rehearse?: boolean;
        };
        /**
         * ModelIn
         * @description A drawing that the exported network shall include.
         */
        ModelIn: {
            interventions: components["schemas"]["InterventionCollectionIn"];
        };
        /**
         * NewCommentIn
         * @description A new comment: on a place, on a drawn feature, on both, on neither, or a reply.
         *
         *     ``id`` and ``edit_token`` may be chosen by the caller, so that a repeated send is harmless and
         *     the caller holds the token even where the answer was lost on the way.
         */
        NewCommentIn: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /** Author */
            author: string;
            /** Text */
            text: string;
            /**
             * Lon
             * @default null
             */
            lon?: number | null;
            /**
             * Lat
             * @default null
             */
            lat?: number | null;
            /**
             * Feature
             * @default null
             */
            feature?: string | null;
            /**
             * Reply To
             * @default null
             */
            reply_to?: string | null;
            /**
             * Edit Token
             * @default null
             */
            edit_token?: string | null;
        };
        /**
         * NewProposalIn
         * @description A new proposal; ``id`` may be chosen by the caller so that a repeated send is harmless.
         */
        NewProposalIn: {
            /** Area */
            area: string;
            /** Name */
            name: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * @default {
             *       "cost": null,
             *       "phases": []
             *     }
             */
            settings?: components["schemas"]["ProposalSettings"];
            interventions: components["schemas"]["InterventionCollectionIn"];
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * ProblemOut
         * @description A refusal with every fault. ``current`` holds the present state after a stale write.
         */
        ProblemOut: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Detail */
            detail: string;
            /** Instance */
            instance: string;
            /** Errors */
            errors: components["schemas"]["FaultOut"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * ProposalIn
         * @description A whole proposal, to be kept.
         */
        ProposalIn: {
            /** Area */
            area: string;
            /** Name */
            name: string;
            /**
             * Description
             * @default
             */
            description?: string;
            /**
             * @default {
             *       "cost": null,
             *       "phases": []
             *     }
             */
            settings?: components["schemas"]["ProposalSettings"];
            interventions: components["schemas"]["InterventionCollectionIn"];
        };
        /**
         * ProposalPatch
         * @description What to change; what is left out stays as it is.
         */
        ProposalPatch: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Description
             * @default null
             */
            description?: string | null;
            /** @default null */
            settings?: components["schemas"]["ProposalSettings"] | null;
            /** @default null */
            interventions?: components["schemas"]["InterventionCollectionIn"] | null;
        };
        /**
         * ResolvedIn
         * @description Whether what a conversation is about has been seen to.
         */
        ResolvedIn: {
            /** Resolved */
            resolved: boolean;
        };
        /**
         * RouteIn
         * @description Which way one takes, without and with a drawing.
         */
        RouteIn: {
            /**
             * Area
             * @description The area whose place is meant; without it, the place of the point.
             * @default null
             */
            area?: string | null;
            /**
             * @description The coordinate system of the answer.
             * @default 4326
             */
            crs?: components["schemas"]["Crs"];
            /**
             * @description Through whose eyes walking is seen (`/api/lenses`).
             * @default null
             */
            lens?: components["schemas"]["LensId"] | null;
            /**
             * Mode
             * @default walk
             * @enum {string}
             */
            mode?: "walk" | "bike";
            /**
             * From
             * @description longitude, latitude in degrees
             */
            from: number[];
            /**
             * To
             * @description longitude, latitude in degrees
             */
            to: number[];
            interventions: components["schemas"]["InterventionCollectionIn"];
        };
        /**
         * SchoolCompetitionSettings
         * @description School seats per pupil
         */
        SchoolCompetitionSettings: {
            /**
             * Catchment Min
             * @description Catchment, min; 30.0 by default
             * @default null
             */
            catchment_min?: number | null;
            /**
             * Pupils Per Resident
             * @description Pupils per resident, a number; 0.115 by default
             * @default null
             */
            pupils_per_resident?: number | null;
            /**
             * Assumed Capacity
             * @description Seats at schools of unknown size (0: unknown), seats; 0.0 by default
             * @default null
             */
            assumed_capacity?: number | null;
        };
        /**
         * SchoolRouteSettings
         * @description Way to school
         */
        SchoolRouteSettings: {
            /**
             * Fast Kmh
             * @description Fast road from, km/h; 50.0 by default
             * @default null
             */
            fast_kmh?: number | null;
        };
        /**
         * SettingsIn
         * @description Parameters by indicator.
         */
        SettingsIn: {
            /**
             * @description Nearness
             * @default null
             */
            gravity_access?: components["schemas"]["GravityAccessSettings"] | null;
            /**
             * @description School seats per pupil
             * @default null
             */
            school_competition?: components["schemas"]["SchoolCompetitionSettings"] | null;
            /**
             * @description Way to school
             * @default null
             */
            school_route?: components["schemas"]["SchoolRouteSettings"] | null;
            /**
             * @description Service by bus and train
             * @default null
             */
            transit_service_class?: components["schemas"]["TransitServiceClassSettings"] | null;
            /**
             * @description Departures near home
             * @default null
             */
            departures_near?: components["schemas"]["DeparturesNearSettings"] | null;
            /**
             * @description Share of the neighbours' errands
             * @default null
             */
            attraction_share?: components["schemas"]["AttractionShareSettings"] | null;
            /**
             * @description Trips through the area
             * @default null
             */
            through_movement?: components["schemas"]["ThroughMovementSettings"] | null;
            /**
             * @description Trips along the streets
             * @default null
             */
            edge_flow?: components["schemas"]["EdgeFlowSettings"] | null;
            /**
             * @description Severance
             * @default null
             */
            severance?: components["schemas"]["SeveranceSettings"] | null;
            /**
             * @description Closeness to the city's junctions
             * @default null
             */
            closeness?: components["schemas"]["ClosenessSettings"] | null;
            /**
             * @description Estimated cost
             * @default null
             */
            cost?: components["schemas"]["CostSettings"] | null;
            /**
             * @description Cost per minute saved
             * @default null
             */
            cost_per_minute?: components["schemas"]["CostPerMinuteSettings"] | null;
        };
        /**
         * SeveranceSettings
         * @description Severance
         */
        SeveranceSettings: {
            /**
             * Within M
             * @description So far from the area, m; 800 by default
             * @default null
             */
            within_m?: number | null;
            /**
             * Aside M
             * @description So far from the barrier, m; 15 by default
             * @default null
             */
            aside_m?: number | null;
        };
        /**
         * SourceIn
         * @description Whose the data is and what it may be used for; what is left out comes from the file.
         */
        SourceIn: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * Title
             * @default null
             */
            title?: string | null;
            /**
             * Publisher
             * @default null
             */
            publisher?: string | null;
            /**
             * Date
             * @default null
             */
            date?: string | null;
            /**
             * Licence
             * @default null
             */
            licence?: string | null;
            /**
             * Attribution
             * @default null
             */
            attribution?: string | null;
            /**
             * Url
             * @default null
             */
            url?: string | null;
        };
        /**
         * SurfaceIn
         * @description A drawing for an area, and what to tell of every node of the place.
         */
        SurfaceIn: {
            /** Area */
            area: string;
            interventions: components["schemas"]["InterventionCollectionIn"];
            /**
             * Mode
             * @default walk
             * @enum {string}
             */
            mode?: "walk" | "bike";
            /**
             * Categories
             * @description Without it, all of them.
             * @default null
             */
            categories?: components["schemas"]["Category"][] | null;
            /**
             * Cutoffs Min
             * @description Facilities further away than the largest are not looked for.
             * @default [
             *       5,
             *       10,
             *       15,
             *       20,
             *       30
             *     ]
             */
            cutoffs_min?: number[];
        };
        /**
         * ThroughMovementSettings
         * @description Trips through the area
         */
        ThroughMovementSettings: {
            /**
             * Walk M
             * @description Longest walk, m; 2000 by default
             * @default null
             */
            walk_m?: number | null;
            /**
             * Bike M
             * @description Longest ride, m; 5000 by default
             * @default null
             */
            bike_m?: number | null;
        };
        /**
         * TransitServiceClassSettings
         * @description Service by bus and train
         */
        TransitServiceClassSettings: {
            /**
             * Day Share
             * @description Share of departures from 6 to 20, where only the day's are known, a number; 0.8 by default
             * @default null
             */
            day_share?: number | null;
        };
        /**
         * WhyIn
         * @description Why one home's time to the nearest of a kind changes with a drawing.
         */
        WhyIn: {
            /**
             * Area
             * @description The area whose place is meant; without it, the place of the point.
             * @default null
             */
            area?: string | null;
            /**
             * @description The coordinate system of the answer.
             * @default 4326
             */
            crs?: components["schemas"]["Crs"];
            /**
             * @description Through whose eyes walking is seen (`/api/lenses`).
             * @default null
             */
            lens?: components["schemas"]["LensId"] | null;
            /**
             * Mode
             * @default walk
             * @enum {string}
             */
            mode?: "walk" | "bike";
            /** Home */
            home: string;
            category: components["schemas"]["Category"];
            /**
             * Cutoffs Min
             * @default [
             *       5,
             *       10,
             *       15,
             *       20,
             *       30
             *     ]
             */
            cutoffs_min?: number[];
            interventions: components["schemas"]["InterventionCollectionIn"];
        };
        /**
         * WhyStreetIn
         * @description Which trips come along a street, without and with a drawing.
         */
        WhyStreetIn: {
            /** Area */
            area: string;
            /**
             * Street
             * @description its number, the name of a drawn stretch as in `streets.drawn_ids`, or the id of a drawn line: all its stretches, weighed by their length
             */
            street: string;
            /**
             * Mode
             * @default walk
             * @enum {string}
             */
            mode?: "walk" | "bike";
            /**
             * Cutoff Min
             * @description The longest trip.
             * @default 15
             */
            cutoff_min?: number;
            /**
             * Flows
             * @description How many destinations to tell of.
             * @default 5
             */
            flows?: number;
            /**
             * @description Through whose eyes walking is seen (`/api/lenses`).
             * @default null
             */
            lens?: components["schemas"]["LensId"] | null;
            interventions: components["schemas"]["InterventionCollectionIn"];
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
    read_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    vector_tile: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string | null;
            };
            path: {
                layer: "areas" | "streets" | "barriers" | "buildings" | "facilities" | "homes" | "land_cover" | "stops";
                z: number;
                x: number;
                y: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A Mapbox vector tile, 4096 units */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": unknown;
                };
            };
            /** @description Nothing of the layer is drawn there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The tile that the caller holds is still right */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_areas: {
        parameters: {
            query?: {
                /** @description the area whose surroundings are asked for */
                area?: string | null;
                /** @description with area: its whole surroundings, or only what is inside it */
                scope?: "place" | "inside";
                /** @description west,south,east,north in degrees */
                bbox?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    draw_area: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawnAreaIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaFeature"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_area: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string | null;
            };
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaFeature"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    redraw_area: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawnAreaIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaFeature"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    delete_area: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_municipalities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MunicipalitiesOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_place_of_area: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_loading_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadingOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_loads: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    ask_for_load: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoadIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    send_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    send_municipalities: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_load: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    cancel_load: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    take_load: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                load_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_model: {
        parameters: {
            query?: {
                /** @description a proposal to lay over it */
                proposal?: string | null;
                /** @description through whose eyes walking is seen */
                lens?: components["schemas"]["LensId"] | null;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    patch_model: {
        parameters: {
            query?: {
                /** @description through whose eyes walking is seen */
                lens?: components["schemas"]["LensId"] | null;
            };
            header?: never;
            path: {
                area_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModelIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_facilities: {
        parameters: {
            query?: {
                /** @description repeat it for several categories */
                category?: ("school" | "daycare" | "youth_education" | "grocery" | "retail" | "service" | "health" | "leisure" | "culture" | "park" | "workplace" | "station" | "stop")[] | null;
                /** @description the area whose surroundings are asked for */
                area?: string | null;
                /** @description with area: its whole surroundings, or only what is inside it */
                scope?: "place" | "inside";
                /** @description west,south,east,north in degrees */
                bbox?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FacilityPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_stops: {
        parameters: {
            query?: {
                /** @description the area whose surroundings are asked for */
                area?: string | null;
                /** @description with area: its whole surroundings, or only what is inside it */
                scope?: "place" | "inside";
                /** @description west,south,east,north in degrees */
                bbox?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_streets: {
        parameters: {
            query?: {
                /** @description the area whose surroundings are asked for */
                area?: string | null;
                /** @description with area: its whole surroundings, or only what is inside it */
                scope?: "place" | "inside";
                /** @description west,south,east,north in degrees */
                bbox?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreetPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_homes: {
        parameters: {
            query?: {
                /** @description the area whose surroundings are asked for */
                area?: string | null;
                /** @description with area: its whole surroundings, or only what is inside it */
                scope?: "place" | "inside";
                /** @description west,south,east,north in degrees */
                bbox?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomePage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_barriers: {
        parameters: {
            query?: {
                /** @description the area whose surroundings are asked for */
                area?: string | null;
                /** @description with area: its whole surroundings, or only what is inside it */
                scope?: "place" | "inside";
                /** @description west,south,east,north in degrees */
                bbox?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarrierPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_buildings: {
        parameters: {
            query?: {
                /** @description the area whose surroundings are asked for */
                area?: string | null;
                /** @description with area: its whole surroundings, or only what is inside it */
                scope?: "place" | "inside";
                /** @description west,south,east,north in degrees */
                bbox?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildingPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_land_cover: {
        parameters: {
            query?: {
                /** @description the area whose surroundings are asked for */
                area?: string | null;
                /** @description with area: its whole surroundings, or only what is inside it */
                scope?: "place" | "inside";
                /** @description west,south,east,north in degrees */
                bbox?: string | null;
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandCoverPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_sources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_indicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IndicatorList"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    assess_drawing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    resolve_drawing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawingIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolveOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    assess_surface: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SurfaceIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurfaceOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    share_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContributionsIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContributionsOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    price_drawing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CostIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_isochrone: {
        parameters: {
            query: {
                area?: string;
                crs?: components["schemas"]["Crs"];
                lens?: components["schemas"]["LensId"];
                mode?: components["schemas"]["Mode"];
                lon: number;
                lat: number;
                minutes?: number[];
                direction?: "from" | "to";
                form?: components["schemas"]["Form"];
                cell_m?: components["schemas"]["CellSize"];
                proposal?: string;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IsochroneOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    draw_isochrone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IsochroneIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IsochroneOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_lenses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LensList"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_route: {
        parameters: {
            query: {
                area?: string;
                crs?: components["schemas"]["Crs"];
                lens?: components["schemas"]["LensId"];
                mode?: "walk" | "bike";
                from: number[];
                to: number[];
                proposal?: string;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    draw_route: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RouteIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RouteOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_timetable: {
        parameters: {
            query: {
                /** @description the area whose place is asked for */
                area: string;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimetableOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_journeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JourneysIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneysOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_why: {
        parameters: {
            query: {
                area?: string;
                crs?: components["schemas"]["Crs"];
                lens?: components["schemas"]["LensId"];
                mode?: "walk" | "bike";
                home: string;
                category: components["schemas"]["Category"];
                cutoffs_min?: number[];
                proposal?: string;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    draw_why: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_why_street: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyStreetIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyStreetOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_catchment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CatchmentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatchmentOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_drawing_file: {
        parameters: {
            query?: {
                /** @description what the file is called */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
                "application/geo+json": string;
                "application/geopackage+sqlite3": string;
                "image/vnd.dxf": string;
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawingFileOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    export_proposal: {
        parameters: {
            query?: {
                format?: "geojson";
                /** @description EPSG code of the coordinates */
                crs?: "4326" | "25832";
            };
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalFile"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    import_proposal: {
        parameters: {
            query?: {
                /** @description where the file does not say it */
                area?: string | null;
                /** @description where the file does not say it */
                name?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/geo+json": components["schemas"]["ProposalFile"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_proposals: {
        parameters: {
            query?: {
                area?: string | null;
                is_example?: boolean | null;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    create_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProposalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_proposal: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string | null;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    replace_proposal: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
                "if-none-match"?: string | null;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    delete_proposal: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    patch_proposal: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    copy_proposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CopyIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_revisions: {
        parameters: {
            query?: {
                newest_first?: boolean;
                /** @description send what the proposal was, too; then at most 50 at once */
                snapshots?: boolean;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionList"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_revision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevisionWithSnapshot"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    assess_proposal: {
        parameters: {
            query?: {
                modes?: components["schemas"]["Mode"][] | null;
                cutoffs_min?: number[] | null;
                detail?: components["schemas"]["Detail"][] | null;
                /** @description through whose eyes walking is seen */
                lens?: components["schemas"]["LensId"] | null;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    list_comments: {
        parameters: {
            query?: {
                state?: "all" | "open" | "resolved";
                limit?: number;
                offset?: number;
            };
            header?: {
                "if-none-match"?: string | null;
            };
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    create_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCommentIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenCommentOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    read_comment: {
        parameters: {
            query?: never;
            header?: {
                "if-none-match"?: string | null;
            };
            path: {
                proposal_id: string;
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    delete_comment: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
                /** @description the token a comment was written with */
                "edit-token"?: string | null;
            };
            path: {
                proposal_id: string;
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    edit_comment: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string | null;
                /** @description the token a comment was written with */
                "edit-token"?: string | null;
            };
            path: {
                proposal_id: string;
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
    resolve_comment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                proposal_id: string;
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolvedIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
            /** @description A problem (RFC 9457) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemOut"];
                };
            };
        };
    };
}
