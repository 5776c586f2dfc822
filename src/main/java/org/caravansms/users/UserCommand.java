package org.caravansms.users;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caravansms.api.Users;

/** {@code caravan user}: what it was asked for, and what it says of it. Nothing is written that the gateway could not read. */
public final class UserCommand {

    private final Path file;
    private final NewPassword password;
    private final PrintStream out;

    /**
     * @param file the users' file
     * @param terminal whether somebody types at {@code in}
     * @param in where a password comes from when nobody does
     */
    public UserCommand(Path file, boolean terminal, InputStream in, PrintStream out) {
        this.file = file;
        this.password = new NewPassword(terminal, in);
        this.out = out;
    }

    /**
     * @throws IllegalArgumentException when what is asked for is wrong
     * @throws IOException when the file cannot be read or written
     */
    public void run(List<String> words) throws IOException {
        Arguments arguments = Arguments.parse(words);
        switch (arguments.command()) {
            case "help" -> out.println(Arguments.USAGE);
            case "list" ->
                out.println(UserTable.of(Users.of(file.toString(), text()).all()));
            default -> change(arguments);
        }
    }

    private void change(Arguments arguments) throws IOException {
        UserLines lines = new UserLines(text());
        requireRight(arguments, lines);
        String done = edit(arguments, lines);
        Users.of(file.toString(), lines.toString());
        ReplaceFile.with(lines.toString(), file);
        out.println("User " + arguments.name() + " " + done + ". A running gateway knows it within 2 seconds.");
    }

    private void requireRight(Arguments arguments, UserLines lines) {
        boolean known = lines.hasUser(arguments.name());
        if (known == arguments.command().equals("add")) {
            throw new IllegalArgumentException(
                    known
                            ? "There is a user " + arguments.name() + " already in " + file
                            : "There is no user " + arguments.name() + " in " + file);
        }
    }

    private String edit(Arguments arguments, UserLines lines) throws IOException {
        String name = arguments.name();
        return switch (arguments.command()) {
            case "add" -> add(name, arguments.values(), lines);
            case "passwd" -> set(lines, name, "password", password.hash(), "has a new password");
            case "on" -> set(lines, name, "enabled", "true", "is on");
            case "off" -> set(lines, name, "enabled", "false", "is off");
            default -> remove(name, lines);
        };
    }

    private String add(String name, Map<String, String> values, UserLines lines) throws IOException {
        lines.set(name, "password", password.hash());
        values.forEach((key, value) -> lines.set(name, key, value));
        return "is added";
    }

    private static String set(UserLines lines, String name, String key, String value, String done) {
        lines.set(name, key, value);
        return done;
    }

    private static String remove(String name, UserLines lines) {
        lines.remove(name);
        return "is removed";
    }

    /** @return nothing when there is no file yet */
    private String text() throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
