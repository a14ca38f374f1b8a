package org.qualityzones.channel.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up all addresses of a host, literals included. */
interface Resolver {

    /** At least one address. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
