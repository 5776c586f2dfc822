package org.caravansms.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.caravansms.api.login.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;

/** {@code caravan user}: edits the users' file, which the gateway reads again. Nothing is written that it could not read. */
@Command(
        name = "user",
        description = "who may send: add, passwd, list, remove, on, off",
        subcommands = HelpCommand.class)
final class UserCommand extends CommandGroup {

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
        UserLines lines = lines(user, true);
        lines.set(user.toString(), "enabled", "false");
        write(lines, user, "is off");
    }

    @Command(description = "lets the user log in again")
    void on(@Mixin UserName user) throws IOException {
        UserLines lines = lines(user, true);
        lines.set(user.toString(), "enabled", "true");
        write(lines, user, "is on");
    }

    @Command(description = "forgets the user")
    void remove(@Mixin UserName user) throws IOException {
        UserLines lines = lines(user, true);
        lines.remove(user.toString());
        write(lines, user, "is removed");
    }

    @Command(description = "who may send")
    void list() throws IOException {
        UserTable.of(Users.of(file().toString(), text()).all())
                .forEach(spec.commandLine().getOut()::println);
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
        return Home.users();
    }
}
