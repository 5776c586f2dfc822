package org.caravansms.config;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings {@code sms.broker.*}: how other programs reach the broker. */
public record BrokerSettings(
        String listen,
        String protocols,
        boolean tls,
        int maxMessageKilobytes,
        int maxConnections,
        int maxBacklogMegabytes) {

    private static final Set<String> KNOWN = Set.of("AMQP", "STOMP", "CORE");

    /** A heap has room for some of these. */
    private static final int MOST_KILOBYTES = 16 * 1024;

    /** @throws IllegalArgumentException naming the setting that is wrong */
    public BrokerSettings {
        list(listen).forEach(ListenAddress::of);
        List<String> names = list(protocols).toList();
        require(!names.isEmpty() && KNOWN.containsAll(names), "protocols", protocols, "a list of AMQP, STOMP and CORE");
        require(
                maxMessageKilobytes <= MOST_KILOBYTES,
                "max-message-kilobytes",
                Integer.toString(maxMessageKilobytes),
                "a number from 1 to " + MOST_KILOBYTES);
    }

    /**
     * An address of {@code listen}.
     *
     * @param host a name or an IP address, without brackets
     */
    public record ListenAddress(String host, int port) {

        private static final Pattern FORM = Pattern.compile("(?:\\[([^\\[\\]]+)]|([^\\[\\]:]+)):([0-9]{1,5})");

        static ListenAddress of(String text) {
            Matcher form = FORM.matcher(text);
            require(
                    form.matches() && SettingFormat.isNumber(form.group(3), 1, 65_535),
                    "listen",
                    text,
                    "an address and a port, such as 127.0.0.1:5672 or [::1]:5672");
            return new ListenAddress(
                    form.group(1) == null ? form.group(2) : form.group(1), Integer.parseInt(form.group(3)));
        }

        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    /** @return none when other programs cannot connect */
    public List<ListenAddress> addresses() {
        return list(listen).map(ListenAddress::of).toList();
    }

    /** @return AMQP, STOMP and CORE, or some of them */
    public List<String> protocolNames() {
        return list(protocols).distinct().toList();
    }

    private static Stream<String> list(String names) {
        return Stream.of(names.split(",")).map(String::strip).filter(name -> !name.isEmpty());
    }

    private static void require(boolean right, String setting, String value, String form) {
        SettingFormat.require(right, "sms.broker." + setting, value, form);
    }
}
