package org.caravansms.wiring;

import java.time.Clock;
import java.util.function.Supplier;
import org.apache.camel.main.Main;
import org.caravansms.api.login.Authenticate;
import org.caravansms.api.login.Users;
import org.caravansms.smppserver.AnswerSubmitSm;
import org.caravansms.smppserver.ReadSubmitSm;
import org.caravansms.smppserver.SmppLogins;
import org.caravansms.smppserver.SmppServerComponent;

/** The beans of the route {@code smpp-server}. */
final class SmppServerBeans {

    private SmppServerBeans() {}

    static void bindTo(Main main, Supplier<Users> users, Authenticate authenticate) {
        main.bind("smpp-server", new SmppServerComponent());
        main.bind("smppLogins", new SmppLogins(users, authenticate));
        main.bind("readSubmitSm", new ReadSubmitSm(Clock.systemUTC()));
        main.bind("answerSubmitSm", new AnswerSubmitSm());
    }
}
