/// The client's half of Go-style `net/http`: `http.Get` and its sisters, `http.Client`,
/// `http.Transport`, `http.CookieJar`, and the answer they give.
///
/// A call of `client:Do` is a [ClientCall]: it takes a request hop by hop over the connections of a
/// transport to the answer that no longer sends it elsewhere. The task that called waits; other
/// tasks go on. What stands in the request's table is read once, as [Outgoing], before anything is
/// sent. Cookies are kept by the rules of RFC 6265 in a [CookieJar].
///
/// Read in this order: [ClientApi], [ClientCall], [Outgoing], [TransportValue], [CookieJar]. May
/// use: `vm.gohttp`, `vm.gourl`, `vm.gotls`, `vm.api`, `service` and what they may use.
@NullMarked
package netarium.engine.vm.gohttp.client;

import org.jspecify.annotations.NullMarked;
