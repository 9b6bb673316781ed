package io.twinwright.dsl.insert;

/**
 * Where variables come from.
 *
 * @param url of the server
 * @param security the security policy, {@code None} for none
 * @param mode {@code None}, {@code Sign} or {@code SignAndEncrypt}
 * @param user whether it lets no anonymous users in
 * @param simulated whether it is the simulated plant of the project, which stands for all its servers
 */
public record Server(String url, String security, String mode, boolean user, boolean simulated) {
}
