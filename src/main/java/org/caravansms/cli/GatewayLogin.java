package org.caravansms.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.caravansms.config.Settings;
import org.caravansms.send.GatewayApi;
import picocli.CommandLine.Option;

/** Where the API of the gateway is, and who sends: {@code SMS_USER} and {@code SMS_PASSWORD}, or a prompt. */
final class GatewayLogin {

    @Option(names = "--url", paramLabel = "URL", description = "of the API, such as https://sms.example.com/api")
    private String url;

    @Option(names = "--user", paramLabel = "NAME", description = "asks for the password; SMS_USER if missing")
    private String user;

    /**
     * The address is tried first: nobody types a password for a gateway that is not there.
     *
     * @throws IllegalArgumentException when the login or the address is missing
     * @throws IOException when nothing answers at the address
     */
    GatewayApi api() throws IOException, InterruptedException {
        URI address = address();
        try {
            GatewayApi.probe(address);
        } catch (IOException e) {
            throw new IOException("no one answers at " + address + ". Start it with bin/caravan run, or give --url");
        }
        String name = user == null ? System.getenv("SMS_USER") : user;
        String password = user == null ? System.getenv("SMS_PASSWORD") : prompt();
        if (name == null || password == null) {
            throw new IllegalArgumentException(
                    "Who sends? Set SMS_USER and SMS_PASSWORD in the environment, or give --user");
        }
        return new GatewayApi(address, name, password);
    }

    private URI address() {
        if (url != null) {
            return checked(url);
        }
        if (!Boolean.parseBoolean(setting("enabled"))) {
            throw new IllegalArgumentException("The gateway serves no plain HTTP (sms.http.enabled): give --url");
        }
        String host = setting("host").replaceFirst("^0\\.0\\.0\\.0$", "127.0.0.1");
        return checked("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + setting("port") + "/api");
    }

    private static String setting(String name) {
        return Settings.value(Home.path(), "sms.http." + name);
    }

    private static URI checked(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("--url takes an address such as http://127.0.0.1:9509/api, and not " + url);
    }

    private static String prompt() throws IOException {
        if (!Boolean.getBoolean("caravan.terminal")) {
            return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password: ");
        return typed == null ? null : new String(typed);
    }
}
