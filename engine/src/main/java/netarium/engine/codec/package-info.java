/// Application protocols as octets and values: built and parsed, never sent.
///
/// `Http…` is the message text of HTTP/1.x: [HttpRequest], [HttpResponse], [HttpHeaders], written
/// by [HttpWriter] and read by [HttpReader], whose answer [HttpParse] tells a whole message from
/// one that is not all there yet and from one that never will be right. Streams are read strictly
/// and message by message by [HttpRequestDecoder] and [HttpResponseDecoder]. [Utf8Check] is for all
/// who take text. May use: `wire`, `sim`, `trace`.
@NullMarked
package netarium.engine.codec;

import org.jspecify.annotations.NullMarked;
