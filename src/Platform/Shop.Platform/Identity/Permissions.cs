namespace Shop.Platform.Identity;

/// <summary>What can be permitted in a store, and which role has what. The names are used by <c>RequireStaff</c> and by pages.</summary>
public static class Permissions
{
    public const string InboxRead = "inbox.read";
    public const string InboxAnswer = "inbox.answer";
    public const string ResearchRead = "research.read";
    public const string ResearchRun = "research.run";
    public const string SourcingRead = "sourcing.read";
    public const string SourcingRun = "sourcing.run";
    public const string CatalogRead = "catalog.read";
    public const string CatalogWrite = "catalog.write";
    public const string OrdersRead = "orders.read";
    public const string OrdersManage = "orders.manage";
    public const string MoneyRead = "money.read";
    public const string MoneyRefund = "money.refund";
    public const string ConnectorsRead = "connectors.read";
    public const string ConnectorsManage = "connectors.manage";
    public const string WorkflowsRead = "workflows.read";
    public const string WorkflowsManage = "workflows.manage";
    public const string SettingsRead = "settings.read";
    public const string SettingsManage = "settings.manage";
    public const string StaffManage = "staff.manage";

    private static readonly string[] Reads =
        [InboxRead, ResearchRead, SourcingRead, CatalogRead, OrdersRead, ConnectorsRead, WorkflowsRead, SettingsRead];

    private static readonly Dictionary<StaffRole, HashSet<string>> Table = new()
    {
        [StaffRole.Admin] =
        [
            .. Reads, InboxAnswer, ResearchRun, SourcingRun, CatalogWrite, OrdersManage, MoneyRead, MoneyRefund, ConnectorsManage, WorkflowsManage,
            SettingsManage,
        ],
        [StaffRole.Catalogue] = [InboxRead, ResearchRead, ResearchRun, SourcingRead, SourcingRun, CatalogRead, CatalogWrite, WorkflowsRead],
        [StaffRole.Orders] = [InboxRead, InboxAnswer, CatalogRead, OrdersRead, OrdersManage, WorkflowsRead],
        [StaffRole.Support] = [InboxRead, CatalogRead, OrdersRead],
        [StaffRole.Finance] = [InboxRead, OrdersRead, MoneyRead, MoneyRefund, SettingsRead],
        [StaffRole.ReadOnly] = [.. Reads],
    };

    public static IReadOnlyList<string> All { get; } =
    [
        .. Reads, InboxAnswer, ResearchRun, SourcingRun, CatalogWrite, OrdersManage, MoneyRead, MoneyRefund, ConnectorsManage, WorkflowsManage,
        SettingsManage, StaffManage,
    ];

    public static bool Allows(StaffRole role, string permission) => role == StaffRole.Owner || Table[role].Contains(permission);
}
