/** Who sends a request: the users and their passwords, and how many logins and messages each may have. */
package org.caravansms.api.login;
