/// The machines of a network: layers plugged together, no logic of their own.
///
/// A [Host] is a VM with its cards; a [RouterNode] passes datagrams on; [SwitchNode] and [HubNode]
/// pass frames on. Read [Host] to see which layer stands on which. May use: everything below, `vm`
/// included.
@NullMarked
package netarium.engine.node;

import org.jspecify.annotations.NullMarked;
