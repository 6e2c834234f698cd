/// Command lines as a user types them: arguments in; output, errors and exit code out.
@NullMarked
package netarium.app.cli;

import org.jspecify.annotations.NullMarked;
