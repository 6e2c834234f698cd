/// The module `url`: addresses as Go's `net/url` reads, writes and resolves them, with its results
/// and the texts of its errors.
///
/// The rules are plain Java and know no machine: [GoUrl] is an address, [UrlParser] reads one,
/// [UrlEscape] says which octets are escaped where, [UrlPaths] and [UrlQuery] are the parts that
/// have rules of their own. Texts are octets in disguise here, one character for each. [UrlValue],
/// [UrlValues] and [UserValue] show all that to scripts, [UrlApi] is the module.
///
/// Read in this order: [GoUrl], [UrlParser], [UrlEscape], [UrlApi]. May use: `vm.api`, `vm`, `lua`
/// and what is below them.
@NullMarked
package netarium.engine.vm.gourl;

import org.jspecify.annotations.NullMarked;
