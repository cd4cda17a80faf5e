namespace Miner.Operator.Registration;

/// <summary>
/// Registering cannot go on: something is wrong with the wallet, its password, the credentials or this machine. The message is a sentence
/// for the operator; it never holds a secret.
/// </summary>
public sealed class RegistrationException(string message, Exception? innerException = null) : Exception(message, innerException);
