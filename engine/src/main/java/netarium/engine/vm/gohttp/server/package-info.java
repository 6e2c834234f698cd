/// The server of Go-style `net/http`: `http.ListenAndServe` and what handlers work with.
///
/// A [GoServer] accepts connections and starts a task for each request, with a [ResponseWriter] and
/// a request table; [ServeMux] chooses a handler by the path, [FileServer], [Replies] and
/// [Wrappers] are handlers that come with the package. What is sent as HTTP is the work of
/// `service.HttpServerConnection`.
///
/// Read in this order: [ServerApi], [GoServer], [HandlerCall], [ResponseWriter]. May use:
/// `vm.gohttp`, `vm.gourl`, `vm.api`, `service` and what they may use.
@NullMarked
package netarium.engine.vm.gohttp.server;

import org.jspecify.annotations.NullMarked;
