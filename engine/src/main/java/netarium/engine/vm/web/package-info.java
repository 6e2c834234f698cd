/// What scripts have of HTTP beside its text: requests that are polled for (`http.request`,
/// `http.poll`), requests that are waited for (`http_get`), and header tables.
///
/// Read in this order: [Fetching], [FetchApi], [PolledHttp], [HeaderTables]. May use: `vm`, `lua`,
/// `service` and what is below them, not the other libraries of scripts.
@NullMarked
package netarium.engine.vm.web;

import org.jspecify.annotations.NullMarked;
