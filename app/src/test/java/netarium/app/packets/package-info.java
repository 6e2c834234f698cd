/// Tests of the list of packets, most of them without a toolkit.
@NullMarked
package netarium.app.packets;

import org.jspecify.annotations.NullMarked;
