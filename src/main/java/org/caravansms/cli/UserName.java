package org.caravansms.cli;

import org.caravansms.api.login.Users;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The user that a command is for. */
final class UserName {

    private String name;

    @Parameters(paramLabel = "NAME", description = "the user's name")
    void check(String given) {
        if (!Users.isName(given)) {
            throw new TypeConversionException("A user's name may have letters, digits and . _ - @, and nothing else");
        }
        name = given;
    }

    @Override
    public String toString() {
        return name;
    }
}
