/// Archives that strangers made, and archives that are the same octets every time.
///
/// [netarium.topologies.zip.ZipReader] trusts nothing in an archive: names, sizes, offsets and
/// links are checked before an octet is unpacked. [netarium.topologies.zip.ZipWriter] writes
/// without a clock. Imports `path`, `problem` and `unit`.
@NullMarked
package netarium.topologies.zip;

import org.jspecify.annotations.NullMarked;
