namespace CraftMarket.People.Accounts;

/// <summary>How one attempt to sign in ended.</summary>
public enum AttemptOutcome { Right, Wrong, Locked, Busy }

/// <summary>One attempt to sign in.</summary>
/// <param name="Source">Where it comes from: an address or a network.</param>
/// <param name="Password">Null for one that everybody knows and may share.</param>
public sealed record SignInAttempt(string Login, string Source, string? Password)
{
    /// <summary>Never who or what: it must not reach a log by accident.</summary>
    public override string ToString() => "attempt ****";
}

/// <summary>Counts wrong passwords, whether the login exists or not, so that a lock does not tell who has an account (decision
/// 0026). A login is locked for the source that guesses; for everybody else only when many sources guess at it, and never for a
/// source that its owner signed in from before.</summary>
public sealed class SignInAttempts(SignInCounts counts, PasswordChecks checks, SprayWatch sprays, MasterKey master,
    TimeProvider clock)
{
    /// <summary>Wrong passwords in a row after which a login is locked for the source they come from.</summary>
    public static readonly CountLimit OfOneSource = new(5, TimeSpan.FromDays(1));

    /// <summary>Wrong passwords from everywhere after which a login is locked for sources that it does not know.</summary>
    public static readonly CountLimit OfAllSources = new(50, TimeSpan.FromDays(1));

    /// <summary>Logins that a source guesses at in vain after which it is locked for all that do not know it.</summary>
    public static readonly CountLimit OfAllLogins = new(10, TimeSpan.FromHours(1));

    /// <summary>How long an attempt waits while as many others as are allowed are being judged.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>
    /// An attempt counts as wrong before it is judged, so a hundred at once are still no more than are allowed; who is right
    /// takes the count back. While the password is judged, which takes long, no connection and no row is held.
    /// </summary>
    public async Task<AttemptOutcome> AttemptAsync(SignInAttempt attempt, Func<Task<bool>> passwordIsRight,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var here = Here(attempt.Login, attempt.Source);
        var (login, source) = (master.KeyedHash("login", attempt.Login), master.KeyedHash("sign-in source", attempt.Source));
        var known = await counts.IsProvenAsync(here, cancellation);
        if (!known && await IsSprayAsync(attempt, login, source, cancellation)) return AttemptOutcome.Locked;
        if (await CountAsync(here, OfOneSource, cancellation) is not { } tries) return AttemptOutcome.Locked;
        if (!known && await CountAsync(login, OfAllSources, cancellation) is null)
        {
            await counts.TakeBackAsync(here, cancellation);
            return AttemptOutcome.Locked;
        }

        var right = await checks.JudgeAsync(known, passwordIsRight, cancellation);
        if (right == true) await counts.ProveAsync(here, login, source, 1, cancellation);
        else if (right is null) await counts.TakeBackAsync(cancellation, known ? [here] : [here, login]);
        else await NoteWrongAsync(here, known ? null : login, tries == 1 && !known ? source : null, cancellation);
        if (right == false && !known && attempt.Password is { } wrong) sprays.NoteWrong(source, login, wrong);
        return Outcome(right);
    }

    /// <summary>Somebody has shown at this source that the login is theirs, by a code or by an invitation that only they
    /// had.</summary>
    public Task ProveAsync(string login, string source, CancellationToken cancellation) =>
        counts.ProveAsync(Here(login, source), master.KeyedHash("login", login), master.KeyedHash("sign-in source", source), 0,
            cancellation);

    /// <summary>Who is signed in types the password once more. Wherever that is: five wrong ones lock this alone, and no
    /// sign-in.</summary>
    public Task<AttemptOutcome> GuessPasswordAsync(string login, Func<Task<bool>> isRight, CancellationToken cancellation) =>
        GuessAsync(master.KeyedHash("password again", login), () => checks.JudgeAsync(known: true, isRight, cancellation),
            cancellation);

    /// <summary>Who knows the password types a code. Wherever that is: five wrong ones lock all codes of this login.</summary>
    public Task<AttemptOutcome> GuessCodeAsync(string login, Func<Task<bool>> isRight, CancellationToken cancellation) =>
        GuessAsync(master.KeyedHash("code", login), async () => await isRight(), cancellation);

    private async Task<AttemptOutcome> GuessAsync(string subject, Func<Task<bool?>> isRight, CancellationToken cancellation)
    {
        if (await CountAsync(subject, OfOneSource, cancellation) is null) return AttemptOutcome.Locked;
        var right = await isRight();
        if (right == true) await counts.ForgetAsync(subject, cancellation);
        else if (right is null) await counts.TakeBackAsync(subject, cancellation);
        else await counts.LockWhenFullAsync(subject, OfOneSource, cancellation);
        return Outcome(right);
    }

    private static AttemptOutcome Outcome(bool? right) => right switch
    {
        true => AttemptOutcome.Right,
        false => AttemptOutcome.Wrong,
        null => AttemptOutcome.Busy,
    };

    private string Here(string login, string source) => master.KeyedHash("login at a source", $"{login}\n{source}");

    private async Task<bool> IsSprayAsync(SignInAttempt attempt, string login, string source, CancellationToken cancellation)
    {
        if (await counts.IsLockedAsync(source, cancellation)) return true;
        if (attempt.Password is null || !sprays.IsOneTooMany(source, login, attempt.Password)) return false;
        await counts.LockAsync(source, cancellation);
        return true;
    }

    private async Task NoteWrongAsync(string here, string? login, string? source, CancellationToken cancellation)
    {
        await counts.LockWhenFullAsync(here, OfOneSource, cancellation);
        if (login is not null) await counts.LockWhenFullAsync(login, OfAllSources, cancellation);
        if (source is not null && await counts.CountAsync(source, OfAllLogins, cancellation) is not null)
            await counts.LockWhenFullAsync(source, OfAllLogins, cancellation);
        await counts.ForgetOldAsync(cancellation);
    }

    /// <summary>How many it makes, this one too; null when it is locked.</summary>
    private async Task<int?> CountAsync(string subject, CountLimit limit, CancellationToken cancellation)
    {
        for (var started = clock.GetTimestamp(); ; await Task.Delay(50, cancellation))
        {
            if (await counts.CountAsync(subject, limit, cancellation) is { } tries) return tries;
            if (await counts.IsLockedAsync(subject, cancellation) || clock.GetElapsedTime(started) > Patience) return null;
        }
    }
}
