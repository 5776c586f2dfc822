package org.caravansms.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An IP address, or a range of them in CIDR notation, RFC 4632, such as {@code 10.0.0.0/8}.
 *
 * @param network its first address
 * @param bits how many leading bits all of them share
 */
public record AddressRange(InetAddress network, int bits) {

    private static final Pattern FORM = Pattern.compile("([0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3}))?");

    /** @throws IllegalArgumentException when it is no address and no range; names are not looked up */
    public static AddressRange of(String text) {
        var form = FORM.matcher(text);
        try {
            if (form.matches()) {
                InetAddress network = InetAddress.getByName(form.group(1));
                int most = network.getAddress().length * Byte.SIZE;
                int bits = form.group(2) == null ? most : Integer.parseInt(form.group(2));
                if (bits <= most) {
                    return new AddressRange(network, bits);
                }
            }
        } catch (UnknownHostException e) {
            // refused below
        }
        throw new IllegalArgumentException("It is no IP address and no range such as 10.0.0.0/8");
    }

    public boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        byte[] own = network.getAddress();
        boolean inside = octets.length == own.length;
        for (int bit = 0; inside && bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            inside = ((octets[bit / Byte.SIZE] ^ own[bit / Byte.SIZE]) & mask) == 0;
        }
        return inside;
    }
}
