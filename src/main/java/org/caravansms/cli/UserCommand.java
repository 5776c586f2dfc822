package org.caravansms.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.caravansms.api.User;
import org.caravansms.api.login.Users;
import org.caravansms.operator.Reply;
import org.caravansms.operator.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/**
 * {@code caravan user}: edits the users' file, which a running gateway reads again, and writes only what it can read.
 */
@Command(
        name = "user",
        description = "who may send: add, passwd, list, remove, on, off",
        subcommands = HelpCommand.class)
final class UserCommand extends CommandGroup {

    /** The senders that a user may take; none: any. */
    private record Originators(@JsonValue Collection<String> allowed) {
        @Override
        public String toString() {
            return allowed.isEmpty() ? "any" : String.join(",", allowed);
        }
    }

    private record Place(@JsonValue boolean thisMachineOnly) {
        @Override
        public String toString() {
            return thisMachineOnly ? "this machine" : "anywhere";
        }
    }

    @Command(description = "asks for a password twice, or reads it as a line that is piped in")
    int add(@Mixin UserName user, @Mixin UserLimits limits) throws IOException {
        UserLines lines = lines(user.toString(), false);
        lines.set(user.toString(), "password", password());
        limits.byKey().forEach((key, value) -> lines.set(user.toString(), key, value));
        return write(lines, user, "is added");
    }

    @Command(description = "gives the user another password")
    int passwd(@Mixin UserName user) throws IOException {
        UserLines lines = lines(user.toString(), true);
        lines.set(user.toString(), "password", password());
        return write(lines, user, "has a new password");
    }

    @Command(description = "keeps the user from logging in")
    int off(@Mixin UserName user) throws IOException {
        return set(user, "enabled", "false", "is off");
    }

    @Command(description = "lets the user log in again")
    int on(@Mixin UserName user) throws IOException {
        return set(user, "enabled", "true", "is on");
    }

    private int set(UserName user, String key, String value, String done) throws IOException {
        UserLines lines = lines(user.toString(), true);
        lines.set(user.toString(), key, value);
        return write(lines, user, done);
    }

    @Command(description = "forgets the user")
    int remove(@Mixin UserName user) throws IOException {
        UserLines lines = lines(user.toString(), true);
        lines.remove(user.toString());
        return write(lines, user, "is removed");
    }

    @Command(description = "who may send")
    int list() throws IOException {
        Table table = new Table(
                "name", "state", "originator", "originators", "perSecond", "burst", "fromThisMachineOnly=LOGS IN FROM");
        Users.of(file().toString(), text()).all().forEach(user -> add(user, table));
        return print(Reply.of("users", table));
    }

    /** Without the password. */
    private static void add(User user, Table table) {
        boolean limited = user.limit() != null;
        table.add(
                user.name(),
                user.enabled() ? "on" : "off",
                user.originator(),
                new Originators(user.originators()),
                limited ? user.limit().messagesPerSecond() : null,
                limited ? user.limit().burst() : null,
                new Place(user.loopbackOnly()));
    }

    /** @return the lines of the file, which has the user or not, as it should */
    static UserLines lines(String user, boolean known) throws IOException {
        UserLines lines = new UserLines(text());
        if (lines.hasUser(user) != known) {
            throw new IllegalArgumentException(
                    known
                            ? "There is no user " + user + " in " + file() + ": bin/caravan user list shows the users"
                            : "There is a user " + user + " already in " + file());
        }
        return lines;
    }

    private static String password() throws IOException {
        return new NewPassword(Boolean.getBoolean("caravan.terminal"), System.in).hash();
    }

    private int write(UserLines lines, UserName user, String done) throws IOException {
        Users.of(file().toString(), lines.toString());
        try {
            ReplaceFile.with(lines.toString(), file());
        } catch (IOException e) {
            throw unusable(e);
        }
        return print(new Reply(
                Reply.DONE, List.of("User " + user + " " + done + ". A running gateway knows it within 2 seconds.")));
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
