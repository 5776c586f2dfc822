package org.caravansms.callback;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The DNS of clients' callbacks: names of this machine and of private networks are unknown, so that a client cannot reach
 * them through the gateway. The address that was checked is the one that is connected to.
 *
 * @param privateToo whether all addresses may be called
 */
record PublicAddresses(DnsResolver names, boolean privateToo) implements DnsResolver {

    /** Of IPv6 all that is given out: RFC 4291. */
    private static final IpSubnetFilterRule GIVEN_OUT = subnet("2000::/3");

    /**
     * This machine, private, shared, link-local, multicast and reserved addresses, tests and documentation; and those
     * of IPv6 that contain an IPv4 address: RFC 6890.
     */
    private static final List<IpSubnetFilterRule> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24",
                    "192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24",
                    "224.0.0.0/3 2001::/23 2001:db8::/32 2002::/16 3fff::/20")
            .flatMap(subnets -> Stream.of(subnets.split(" ")))
            .map(PublicAddresses::subnet)
            .toList();

    /** A client's URL is on this machine or on a private network. */
    static final class NoPublicAddressException extends UnknownHostException {

        NoPublicAddressException() {
            super("it has no public address, and sms.callback.private-networks is off");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        InetAddress[] allowed = Arrays.stream(all)
                .filter(address -> privateToo || isPublic(address))
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new NoPublicAddressException();
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    static boolean isPublic(InetAddress address) {
        InetSocketAddress any = new InetSocketAddress(address, 0);
        return (address instanceof Inet4Address || GIVEN_OUT.matches(any))
                && NOT_PUBLIC.stream().noneMatch(subnet -> subnet.matches(any));
    }

    private static IpSubnetFilterRule subnet(String cidr) {
        return new IpSubnetFilterRule(cidr, IpFilterRuleType.REJECT);
    }
}
