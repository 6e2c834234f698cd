/// What the user drew, as records: JSON text to records and back, problems with line and column.
@NullMarked
package netarium.topologies;

import org.jspecify.annotations.NullMarked;
