/// HTTP exchanges as a browser's network panel lists them: what was asked and answered, how long
/// each step took at either end, headers and content.
///
/// [HttpModel] says which exchanges are shown and follows the selection, [HttpView] shows them,
/// [HttpDetail] one of them. No JavaFX in the model. May use: `session`, `text`, `theme`,
/// `packets`, `content`, the engine's analysis.
@NullMarked
package netarium.app.http;

import org.jspecify.annotations.NullMarked;
