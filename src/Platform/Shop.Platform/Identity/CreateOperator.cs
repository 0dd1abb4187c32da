using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shop.Platform.Kernel;

namespace Shop.Platform.Identity;

/// <summary>Makes an account of the platform's operators; from the command line and the demo data only, never over HTTP.</summary>
public sealed class CreateOperator(IServiceProvider services, IIdSource ids, TimeProvider time)
{
    /// <summary>Done also when the account exists already.</summary>
    public async Task<Outcome<Done>> RunAsync(string email, string password)
    {
        var users = services.GetRequiredService<UserManager<StaffAccount>>();
        if (await users.FindByEmailAsync(email) is not null)
            return new Done();
        var account = new StaffAccount { Id = ids.Next(), UserName = email, Email = email, IsOperator = true, CreatedAt = time.GetUtcNow() };
        var created = await users.CreateAsync(account, password);
        return created.Succeeded ? new Done() : Problem.InvalidField("password", string.Join(" ", created.Errors.Select(e => e.Description)));
    }
}
