/** The command {@code caravan user}: edits the users' file, which the gateway reads again by itself. */
package org.caravansms.users;
