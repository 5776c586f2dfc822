package org.caravansms;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Each package and the packages of Caravan that it may use: the one table for ArchitectureTest and docs/packages.md. */
final class PackageRules {

    static final String ROOT = "org.caravansms";

    /** The name of the root package in the table. */
    static final String GATEWAY = "Gateway";

    private static final Map<String, Set<String>> TABLE = new LinkedHashMap<>();

    static {
        mayUse("message");
        mayUse("kamelet");
        mayUse("jms");
        mayUse("config");
        mayUse("simulator");
        mayUse("send");
        mayUse("smpp", "message");
        mayUse("routing", "message");
        mayUse("callback", "message");
        mayUse("store", "message");
        mayUse("api", "message");
        mayUse("api.answer", "message", "api");
        mayUse("api.login", "message", "api");
        mayUse("api.http", "message", "config", "api", "api.login");
        mayUse("queue", "message", "jms");
        mayUse("broker", "message", "jms", "queue");
        mayUse("broker.access", "message", "jms", "config", "api", "api.login", "broker");
        mayUse("deadletter", "message", "jms", "queue");
        mayUse("datadir", "message", "jms", "queue", "broker", "deadletter", "store");
        mayUse("smsc", "message", "smpp");
        mayUse("dispatch", "message", "smpp", "smsc");
        mayUse("provider", "config", "smpp", "smsc");
        mayUse("tracing", "message", "jms", "smpp", "smsc", "api", "api.http");
        mayUse("operator", "message", "broker", "deadletter");
        mayUse("explain", "message", "smpp", "api", "broker", "smsc", "operator");
        mayUse("smppserver", "message", "smpp", "api", "api.login", "operator");
        mayUse("extension", "config", "operator");
        mayUse("observe", "message", "api", "broker", "smsc");
        mayUse("wiring", TABLE.keySet().toArray(String[]::new));
        mayUse(GATEWAY, "config", "datadir", "wiring");
        mayUse(
                "check",
                "config",
                "smpp",
                "datadir",
                "smsc",
                "provider",
                "routing",
                "operator",
                "api",
                "api.login",
                "api.http");
        mayUse(
                "cli",
                "message",
                "config",
                "routing",
                "api",
                "api.login",
                "operator",
                "simulator",
                "datadir",
                "check",
                "send",
                GATEWAY);
    }

    private PackageRules() {}

    /** @return in the order of the table, the packages that use no other first */
    static Map<String, Set<String>> table() {
        return TABLE;
    }

    /** @return the name that Java has for it */
    static String fullName(String name) {
        return name.equals(GATEWAY) ? ROOT : ROOT + "." + name;
    }

    private static void mayUse(String user, String... used) {
        Set<String> known = Arrays.stream(used).collect(toUnmodifiableSet());
        if (!TABLE.keySet().containsAll(known)) {
            throw new IllegalArgumentException(user + " uses a package that is not above it: " + known);
        }
        TABLE.put(user, known);
    }
}
