//! Development only: the company that everybody knows, builders, a test server on either database.
