package org.caravansms.cli;

import com.password4j.BcryptFunction;
import com.password4j.Password;
import com.password4j.types.Bcrypt;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a password, twice and hidden on a terminal, otherwise as a line of the input, and hashes it. */
final class NewPassword {

    private static final int COST = 10;
    private static final int LEAST_CHARACTERS = 8;
    private static final int MOST_BYTES = 72;

    private final boolean terminal;
    private final InputStream in;

    /** @param terminal whether somebody types at {@code in} */
    NewPassword(boolean terminal, InputStream in) {
        this.terminal = terminal;
        this.in = in;
    }

    /** @throws IllegalArgumentException when it cannot be taken */
    String hash() throws IOException {
        String password = terminal ? ask() : line();
        require(
                password.codePointCount(0, password.length()) >= LEAST_CHARACTERS,
                "A password has at least " + LEAST_CHARACTERS + " characters");
        require(
                password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES,
                "A password has at most " + MOST_BYTES + " bytes: bcrypt looks at no more of it");
        require(
                password.indexOf('\uFFFD') < 0 && password.chars().noneMatch(Character::isISOControl),
                "The password has a character that could not be read");
        return Password.hash(password)
                .with(BcryptFunction.getInstance(Bcrypt.B, COST))
                .getResult();
    }

    private String line() throws IOException {
        String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        require(line != null, "No password came: pipe it in as one line");
        return line;
    }

    private static String ask() {
        Console console = System.console();
        require(console != null, "A password is asked for on a terminal: do not redirect the output, or pipe it in");
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Again: ");
        require(first != null && Arrays.equals(first, second), "The two passwords differ");
        return new String(first);
    }

    private static void require(boolean right, String fault) {
        if (!right) {
            throw new IllegalArgumentException(fault);
        }
    }
}
