package org.caravansms.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caravansms.api.User;
import org.caravansms.api.login.Users;
import org.caravansms.operator.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** {@code caravan user}: edits the users' file, which a running gateway reads again, and writes only what it can read. */
@Command(
        name = "user",
        description = "who may send: add, passwd, list, remove, on, off",
        subcommands = HelpCommand.class)
final class UserCommand extends CommandGroup {

    private static final List<String> HEAD =
            List.of("NAME", "STATE", "ORIGINATOR", "ORIGINATORS", "PER SECOND", "BURST", "LOGS IN FROM");

    @Command(description = "asks for a password twice, or reads it as a line that is piped in")
    void add(@Mixin UserName user, @Mixin UserLimits limits) throws IOException {
        UserLines lines = lines(user, false);
        lines.set(user.toString(), "password", password());
        limits.byKey().forEach((key, value) -> lines.set(user.toString(), key, value));
        write(lines, user, "is added");
    }

    @Command(description = "gives the user another password")
    void passwd(@Mixin UserName user) throws IOException {
        UserLines lines = lines(user, true);
        lines.set(user.toString(), "password", password());
        write(lines, user, "has a new password");
    }

    @Command(description = "keeps the user from logging in")
    void off(@Mixin UserName user) throws IOException {
        set(user, "enabled", "false", "is off");
    }

    @Command(description = "lets the user log in again")
    void on(@Mixin UserName user) throws IOException {
        set(user, "enabled", "true", "is on");
    }

    private void set(UserName user, String key, String value, String done) throws IOException {
        UserLines lines = lines(user, true);
        lines.set(user.toString(), key, value);
        write(lines, user, done);
    }

    @Command(description = "forgets the user")
    void remove(@Mixin UserName user) throws IOException {
        UserLines lines = lines(user, true);
        lines.remove(user.toString());
        write(lines, user, "is removed");
    }

    @Command(description = "who may send")
    void list() throws IOException {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        Users.of(file().toString(), text()).all().forEach(user -> rows.add(row(user)));
        Columns.of(rows).forEach(spec.commandLine().getOut()::println);
    }

    /** Without the password. */
    private static List<String> row(User user) {
        boolean limited = user.limit() != null;
        return List.of(
                user.name(),
                user.enabled() ? "on" : "off",
                Objects.requireNonNullElse(user.originator(), "-"),
                user.originators().isEmpty() ? "any" : String.join(",", user.originators()),
                limited ? Integer.toString(user.limit().messagesPerSecond()) : "-",
                limited ? Integer.toString(user.limit().burst()) : "-",
                user.loopbackOnly() ? "this machine" : "anywhere");
    }

    /** @return the lines of the file, which has the user or not, as it should */
    private UserLines lines(UserName user, boolean known) throws IOException {
        UserLines lines = new UserLines(text());
        if (lines.hasUser(user.toString()) != known) {
            throw new IllegalArgumentException(
                    known
                            ? "There is no user " + user + " in " + file()
                            : "There is a user " + user + " already in " + file());
        }
        return lines;
    }

    private static String password() throws IOException {
        return new NewPassword(Boolean.getBoolean("caravan.terminal"), System.in).hash();
    }

    private void write(UserLines lines, UserName user, String done) throws IOException {
        Users.of(file().toString(), lines.toString());
        try {
            ReplaceFile.with(lines.toString(), file());
        } catch (IOException e) {
            throw unusable(e);
        }
        spec.commandLine()
                .getOut()
                .println("User " + user + " " + done + ". A running gateway knows it within 2 seconds.");
    }

    /** @return nothing when there is no file yet */
    private static String text() throws IOException {
        try {
            return Files.readString(file());
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static IOException unusable(IOException failure) {
        return new IOException("The users' file cannot be read or written: " + failure, failure);
    }

    private static Path file() {
        return Home.resolve("sms.api.users-file");
    }
}
