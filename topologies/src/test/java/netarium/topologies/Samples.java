package netarium.topologies;

/// Good documents for tests.
public final class Samples {
  /// Line 5 is the server, 8 the client, 11 the switch, 14 and 15 the links.
  public static final String HELLO =
      """
      { "format": "netarium-topology",
        "version": 1,
        "name": "Hello HTTP", "seed": 1,
        "nodes": [
          { "id": "server", "kind": "vm", "x": 120, "y": 80,
            "interfaces": [ { "name": "eth0", "ipv4": "10.0.1.2/24" } ],
            "programs": [ { "kind": "script", "script": "scripts/server.lua" } ] },
          { "id": "client", "kind": "vm",
            "interfaces": [ { "name": "eth0", "ipv4": "10.0.1.3/24", "gateway": "10.0.1.1" } ],
            "programs": [ { "kind": "script", "script": "scripts/client.lua", "start": "10ms" } ] },
          { "id": "sw", "kind": "switch", "x": 320, "y": 240 }
        ],
        "links": [
          { "id": "l1", "a": { "node": "server", "interface": "eth0" }, "b": { "node": "sw", "interface": "p1" }, "delay": "5ms" },
          { "id": "l2", "a": { "node": "client", "interface": "eth0" }, "b": { "node": "sw", "interface": "p2" }, "loss": "1%" }
        ]
      }
      """;

  /// Every key there is.
  public static final String EVERYTHING =
      """
      { "format": "netarium-topology", "version": 1, "name": "All", "description": "d", "seed": -7,
        "epoch": "2030-05-06T07:08:09Z", "until": "30s", "hosts": { "a.example": "10.0.1.2" },
        "nodes": [
          { "id": "vm1", "kind": "vm", "name": "One", "x": 1.5, "y": -2,
            "interfaces": [ { "name": "eth0", "mac": "02:00:00:00:00:01", "ipv4": "dhcp", "ipv6": "auto", "mtu": 1400 },
              { "name": "eth1", "ipv4": "10.9.0.2/30", "ipv6": "2001:db8::2/64", "gateway": "10.9.0.1" } ],
            "platform": "browser", "cpu": "50ns", "env": { "A": "b", "N": 5 }, "hosts": { "x": "2001:db8::1" },
            "dns": [ "10.0.1.1" ], "doh": "https://dns.example/dns-query",
            "files": { "/etc/motd": "hi", "/bin.dat": { "from": "files/x.bin" } },
            "limits": { "memory": "16MiB", "instructions": 1000000, "output": "64KiB", "sockets": 10, "files": 5000 },
            "tcp": { "timestamps": false, "sack": false, "windowScale": false, "congestion": "cubic", "initialWindow": 4,
              "rtoMin": "200ms", "msl": "30s", "delayedAck": "40ms", "nagle": false, "mss": 536, "ecn": true,
              "receiveBuffer": "64KiB", "sendBuffer": 1000 },
            "tls": { "trust": false },
            "programs": [
              { "kind": "http-pool", "script": "scripts/pool.lua", "port": 8080, "workers": 2, "restart": "on-error" },
              { "kind": "program", "program": "/bin/httpd", "args": [ "-p", 80 ], "start": 0 },
              { "kind": "script", "script": "scripts/a/b.lua", "restart": "always" } ] },
          { "id": "r1", "kind": "router", "interfaces": [ { "name": "eth0", "ipv4": "10.0.1.1/24" }, { "name": "eth1", "ipv4": "10.9.0.1/30" } ],
            "routes": [ { "to": "default", "via": "10.9.0.2", "interface": "eth1", "metric": 5 } ],
            "nat": [ { "kind": "masquerade", "outside": "eth1" }, { "kind": "forward", "outside": "eth1", "protocol": "udp", "port": 53, "to": "10.0.1.2:53" } ],
            "firewall": [ { "do": "accept", "state": "established" }, { "do": "drop", "protocol": "tcp", "from": "10.0.0.0/8", "to": "10.0.1.2", "port": 22, "in": "eth1", "out": "eth0" } ],
            "dhcp": { "eth0": { "from": "10.0.1.100", "to": "10.0.1.199", "lease": "10min", "gateway": "10.0.1.1", "dns": [ "10.0.1.1" ], "domain": "lan", "reserved": { "02:00:00:00:00:01": "10.0.1.50" } } },
            "rip": true },
          { "id": "sw", "kind": "switch", "stp": true, "vlans": { "p1": 10, "p2": { "trunk": [ 10, 20 ] } } },
          { "id": "hub", "kind": "hub" },
          { "id": "t", "kind": "tunnel" } ],
        "links": [
          { "id": "l1", "a": { "node": "vm1", "interface": "eth0" }, "b": { "node": "sw", "interface": "p1" },
            "rate": { "ab": "1Mbit/s", "ba": "10Mbit/s" }, "delay": "5ms", "jitter": "100us", "loss": 0.01, "duplicate": "0.5%",
            "reorder": "1%", "corrupt": { "ab": 0, "ba": "0.001%" }, "queue": 10, "mtu": "1KiB", "up": { "ab": true, "ba": false },
            "rules": [ { "match": "tcp", "nth": 40, "do": "drop" }, { "match": "udp", "do": "delay", "by": "5ms" } ] },
          { "id": "l2", "a": { "node": "t", "interface": "x" }, "b": { "node": "hub", "interface": "p1" } } ],
        "notes": [ { "x": 1, "y": 2, "width": 100, "height": 50, "text": "note" } ],
        "stimuli": [
          { "at": "1s", "do": "cut", "link": "l1" }, { "at": "2s", "do": "heal", "link": "l1" },
          { "at": "3s", "do": "crash", "node": "vm1", "for": "1s" }, { "at": "3s", "do": "restart", "node": "vm1" },
          { "at": "4s", "do": "pause", "node": "vm1", "for": "1s" }, { "at": "5s", "do": "partition", "groups": [ [ "vm1" ], [ "r1", "sw" ] ] },
          { "at": "6s", "do": "set", "link": "l1", "key": "loss", "value": { "ab": "5%", "ba": 0 } },
          { "at": "7s", "do": "set", "node": "vm1", "key": "eth1.ipv4", "value": "10.9.0.3/24" },
          { "at": "8s", "do": "type", "node": "vm1", "program": "/bin/httpd", "text": "quit\\n" } ]
      }
      """;

  private Samples() {}
}
